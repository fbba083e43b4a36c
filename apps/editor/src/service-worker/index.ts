/**
 * Makes the editor open without a connection: its own files from the device, what the newsroom answered last for the
 * articles that were opened here. The network always comes first for answers; they are kept for one person, and signing
 * out takes them away.
 */
import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { self as worker } from '$app/service-worker';
import { keptAnswers } from '#lib/offline/kept-answers.ts';

const program = `program-${version}`;
/** Asked for by its name: `/` is answered only to somebody who opens it. */
const page = '/index.html';
/** Fonts come when they are needed: there are many, and no page needs them all. */
const isFont = (path: string) => path.endsWith('.woff2');
/** What every page asks first. */
const basics = [
  '/api/auth/me',
  '/api/settings',
  '/api/sections',
  '/api/regions',
  '/api/topics',
  '/api/authors',
];

/** What the writing page asks for besides before one can write on it. Ids are UUIDs. */
const ofArticles =
  /^\/api\/(?:(?:stories|articles|media)\/[0-9a-f-]{36}|articles\/[0-9a-f-]{36}\/(?:media|threads)|media\/[0-9a-f-]{36}\/[a-z0-9]+\/\d+\.\w+)$/;

const isKept = (path: string) => basics.includes(path) || ofArticles.test(path);
const mostAnswers = 600;

worker.addEventListener('install', (event) => {
  const files = [...immutable, ...assets].map(({ path }) => `/${path.replace(/^\//, '')}`);
  const keep = async () => {
    const cache = await caches.open(program);
    await cache.addAll([page, ...files.filter((path) => !isFont(path))]);
    await worker.skipWaiting();
  };
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  const begin = async () => {
    const names = await caches.keys();
    await Promise.all(
      names
        .filter((name) => name.startsWith('program-') && name !== program)
        .map((name) => caches.delete(name)),
    );
    await worker.clients.claim();
  };
  event.waitUntil(begin());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (!url.pathname.startsWith('/api/')) event.respondWith(pageAnswer(request));
  } else if (url.pathname.startsWith('/api/')) {
    if (url.search === '' && isKept(url.pathname)) event.respondWith(networkFirst(request, event));
  } else event.respondWith(deviceFirst(request));
});

/** A page tells what it asked for when nobody kept it. */
worker.addEventListener('message', (event) => {
  const asked = (event.data as string[]).map((address) => new URL(address));
  const here = asked.filter(({ origin, search }) => origin === worker.location.origin && search === '');
  const paths = new Set([...basics, ...here.map(({ pathname }) => pathname).filter(isKept)]);
  const keep = [...paths].map((path) => networkFirst(new Request(path), event).catch(() => undefined));
  event.waitUntil(Promise.all(keep));
});

/** A page from the network, so that a new version comes at once; without a connection the one that is kept. */
async function pageAnswer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(page);
    if (kept) return kept;
    throw error;
  }
}

/** The page has its answer before it is kept; the worker stays until it is. */
async function networkFirst(request: Request, event: ExtendableEvent): Promise<Response> {
  // whose they are is settled before the question: the answer may come when somebody else has signed in
  const cache = await keptAnswers().catch(() => null);
  try {
    const answer = await fetch(request);
    // who may no longer read it finds nothing of it here either
    if (answer.ok && cache) {
      const kept = cache.put(request, answer.clone()).then(() => trim(cache));
      event.waitUntil(kept.catch(() => undefined));
    } else if (answer.status < 500) await cache?.delete(request);
    return answer;
  } catch (error) {
    const kept = await cache?.match(request);
    if (kept) return kept;
    throw error;
  }
}

/** Files whose name holds a hash never change; the others come with a new version of this worker. */
async function deviceFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: program });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.startsWith('/_app/immutable/')) {
    const cache = await caches.open(program);
    await cache.put(request, answer.clone()).catch(() => undefined);
  }
  return answer;
}

/** The oldest answers give way; pictures are most of them. */
async function trim(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - mostAnswers)).map((key) => cache.delete(key)));
}
