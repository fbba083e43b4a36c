/** Makes what was read, and what was saved, readable without a connection. The network always comes first. */
import { answerPage, type PageAsked } from '#lib/offline/answer-page.ts';
import { keptAddress, keptPicture } from '#lib/offline/kept-address.ts';
import { findAsset, findPicture } from '#lib/offline/kept-pages.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const isSparing = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(start());
});

/** Takes over the pages that are open, and keeps them: they came before there was anyone to do it. */
async function start(): Promise<void> {
  await worker.clients.claim();
  await worker.registration.navigationPreload.enable();
  if (isSparing()) return;
  const work: Promise<unknown>[] = [];
  for (const { url } of await worker.clients.matchAll({ type: 'window' })) {
    if (keptAddress(new URL(url), worker.location.origin) === null) continue;
    const asked: PageAsked = {
      url: new URL(url),
      ask: () => fetch(url),
      later: (more) => work.push(more),
      sparesData: false,
    };
    work.push(answerPage(asked));
  }
  // what is done later may itself leave work for later
  for (let done = 0; done < work.length; done++) await work[done]?.catch(() => undefined);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (!isReaderPage(url.pathname)) return;
    event.respondWith(answerPage(fromNavigation(event, url)));
  } else if (url.pathname.startsWith('/_app/immutable/')) {
    event.respondWith(findAsset(url.pathname).then((kept) => kept ?? fetch(request)));
  } else if (keptPicture(url.pathname) !== null) {
    event.respondWith(
      fetch(request).catch(async () => (await findPicture(url.pathname)) ?? Response.error()),
    );
  }
});

/** The domain itself, and the pages of a language. Previews and files are none of the worker's business, online or not. */
const isReaderPage = (path: string): boolean => /^\/((az|ru|en|hy)(\/[^.]*)?)?$/.test(path);

function fromNavigation(event: FetchEvent, url: URL): PageAsked {
  return {
    url,
    ask: async () => ((await event.preloadResponse) as Response | undefined) ?? fetch(event.request),
    later: (work) => {
      event.waitUntil(work);
    },
    sparesData: isSparing(),
  };
}
