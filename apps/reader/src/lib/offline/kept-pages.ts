import { keptPicture, languageOfPath } from './kept-address.ts';
import { assetsOf, headlineOf, storyPicturesOf } from './page-text.ts';

/** Pages that the reader chose, pages that passed by, and those that show the one and the other. */
export type Shelf = 'saved' | 'seen' | 'shell';

export interface KeptPage {
  path: string;
  headline: string;
  keptAt: Date;
  /** Path of its first picture, if that is kept too. */
  picture: string | null;
}

interface KeptWith {
  /** Paths of pictures to keep beside the page. */
  pictures?: readonly string[];
  /** Whether of its styles, scripts and fonts only those are kept that the browser has already. */
  isSparing?: boolean;
}

const assets = 'assets';
const pictures = 'pictures';
const keptAt = 'x-kept-at';
const keptHeadline = 'x-kept-headline';
const keptPictures = 'x-kept-pictures';
const keptBytes = 'x-kept-bytes';
/** What belonged to the journey and not to the page; the rest, the security policy above all, stays with the copy. */
const ofTheJourney = ['content-encoding', 'content-length', 'etag', 'vary', 'cache-control', 'age', 'date'];

/**
 * Puts a page on a shelf, with the files it can't be shown without.
 * @throws when the device has no room left
 */
export async function keepPage(
  shelf: Shelf,
  path: string,
  answer: Response,
  { pictures: withPictures = [], isSparing = false }: KeptWith = {},
): Promise<void> {
  const html = await answer.text();
  const headers = new Headers(answer.headers);
  for (const name of ofTheJourney) headers.delete(name);
  headers.set(keptAt, new Date().toISOString());
  headers.set(keptHeadline, encodeURIComponent(headlineOf(html)));
  headers.set(keptBytes, String(html.length));
  headers.set(keptPictures, withPictures.join(' '));
  await Promise.all([keepAssets(html, isSparing), keepPictures(withPictures)]);
  const place = await caches.open(shelf);
  await place.put(path, new Response(html, { headers }));
}

/** The page on a shelf as it was put there, with the time of that; null when it is not there. */
export async function findKept(
  shelf: Shelf,
  path: string,
): Promise<{ answer: Response; keptAt: Date } | null> {
  const answer = await (await caches.open(shelf)).match(path);
  return answer ? { answer, keptAt: timeOf(answer) } : null;
}

/** What stands on a shelf, newest first. */
export async function listKept(shelf: Shelf): Promise<KeptPage[]> {
  const place = await caches.open(shelf);
  const pages = await Promise.all(
    (await place.keys()).map(async ({ url }) => {
      const answer = await place.match(url);
      return answer ? [toKeptPage(new URL(url).pathname, answer)] : [];
    }),
  );
  return pages.flat().sort((a, b) => b.keptAt.getTime() - a.keptAt.getTime());
}

/** Takes a page from a shelf, with the pictures that nothing else needs. */
export async function forgetPage(shelf: Shelf, path: string): Promise<boolean> {
  const place = await caches.open(shelf);
  const answer = await place.match(path);
  if (!answer) return false;
  await place.delete(path);
  await dropPictures(picturesOf(answer));
  return true;
}

/** Puts a newer version in the place of one that the reader saved, with the pictures that it has now. */
export async function renewSaved(path: string, answer: Response, isSparing: boolean): Promise<boolean> {
  const before = await findKept('saved', path);
  if (!before) return false;
  const shown = storyPicturesOf(await answer.clone().text());
  await keepPage('saved', path, answer, { pictures: shown, isSparing });
  await dropPictures(picturesOf(before.answer));
  return true;
}

/** Keeps the newest pages that fit, and forgets the rest. */
export async function trimSeen(most: { pages: number; bytes: number }): Promise<void> {
  const place = await caches.open('seen');
  let bytes = 0;
  for (const [index, { path }] of (await listKept('seen')).entries()) {
    const answer = await place.match(path);
    bytes += Number(answer?.headers.get(keptBytes));
    if (index >= most.pages || bytes > most.bytes) await place.delete(path);
  }
}

export const findAsset = async (path: string): Promise<Response | undefined> =>
  (await caches.open(assets)).match(path);

export async function findPicture(path: string): Promise<Response | undefined> {
  const name = keptPicture(path);
  return name === null ? undefined : (await caches.open(pictures)).match(name);
}

async function keepAssets(html: string, isSparing: boolean): Promise<void> {
  const place = await caches.open(assets);
  const missing: string[] = [];
  for (const path of assetsOf(html)) if (!(await place.match(path))) missing.push(path);
  if (missing.length === 0) return;
  await (isSparing ? addWhatIsHere(place, missing) : place.addAll(missing));
  await dropOldAssets(place, html);
}

/** Takes those of the files that the browser has from before, and asks the network for none. */
async function addWhatIsHere(place: Cache, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null);
    if (answer?.ok) await place.put(path, answer);
  }
}

/** After the site was built anew: files that no page on any shelf uses go. */
async function dropOldAssets(place: Cache, html: string): Promise<void> {
  const used = new Set(assetsOf(html));
  for (const shelf of ['saved', 'seen', 'shell'] as const) {
    const pages = await caches.open(shelf);
    for (const request of await pages.keys()) {
      const text = (await (await pages.match(request))?.text()) ?? '';
      for (const path of assetsOf(text)) used.add(path);
    }
  }
  for (const request of await place.keys()) {
    if (!used.has(new URL(request.url).pathname)) await place.delete(request);
  }
}

async function keepPictures(paths: readonly string[]): Promise<void> {
  const place = await caches.open(pictures);
  for (const path of paths) {
    const name = keptPicture(path);
    if (name === null || (await place.match(name))) continue;
    const answer = await fetch(path);
    if (answer.ok) await place.put(name, answer);
  }
}

/** Takes those of the pictures off the device that no saved story shows. */
async function dropPictures(paths: readonly string[]): Promise<void> {
  const saved = await caches.open('saved');
  const pages = await Promise.all((await saved.keys()).map((request) => saved.match(request)));
  const needed = new Set(pages.flatMap((page) => (page ? picturesOf(page) : [])).map(keptPicture));
  const store = await caches.open(pictures);
  for (const path of paths) {
    const name = keptPicture(path);
    if (name !== null && !needed.has(name)) await store.delete(name);
  }
}

const timeOf = (answer: Response): Date => new Date(answer.headers.get(keptAt) ?? 0);
const picturesOf = (answer: Response): string[] =>
  (answer.headers.get(keptPictures) ?? '').split(' ').filter((path) => path !== '');

function toKeptPage(path: string, answer: Response): KeptPage {
  const headline = decodeURIComponent(answer.headers.get(keptHeadline) ?? '');
  return { path, headline, keptAt: timeOf(answer), picture: picturesOf(answer)[0] ?? null };
}

/** The page that lists what is kept, and the one for when nothing is, in a language. */
const shellOf = (language: string): string[] => [`/${language}/saved`, `/${language}/offline`];

/**
 * Sees to it that the lists of what is kept can be shown without a connection.
 * @param maxAge milliseconds after which they are fetched anew
 */
export async function keepShell(path: string, maxAge: number): Promise<void> {
  const language = languageOfPath(path);
  if (language === null) return;
  for (const each of shellOf(language)) {
    const before = await findKept('shell', each);
    if (before && Date.now() - before.keptAt.getTime() < maxAge) continue;
    const answer = await fetch(each);
    if (answer.ok) await keepPage('shell', each, answer);
  }
}
