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

/** Whether the answer at a path of the newsroom is kept on the device. */
export const isKept = (path: string): boolean => basics.includes(path) || ofArticles.test(path);

const anyone = 'answers';

/**
 * The answers of the newsroom that this device keeps, of one person at a time: the name says whose they are. Null before
 * somebody has signed in. What is put there after somebody else has come goes nowhere.
 */
export async function keptAnswers(): Promise<Cache | null> {
  if (!('caches' in globalThis)) return null;
  const name = (await caches.keys()).find((one) => one.startsWith(`${anyone}-`));
  return name === undefined ? null : caches.open(name);
}

/**
 * Answers are kept for this person from now on; those of another go: what one may read says nothing of the other.
 * @returns whether there were any of another, which this page may have been answered with until now
 */
export async function keepAnswersFor(personId: string): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  const own = `${anyone}-${personId}`;
  const wereAnothers = await deleteAnswers(own);
  const isNew = !(await caches.has(own));
  const cache = await caches.open(own);
  const { serviceWorker } = navigator;
  // what this page asked for before there was a worker to keep it, or anyone to keep it for
  if (serviceWorker && !serviceWorker.controller)
    serviceWorker.addEventListener('controllerchange', () => askAgain(cache), { once: true });
  else if (isNew) askAgain(cache);
  return wereAnothers;
}

function askAgain(cache: Cache): void {
  const asked = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, search }) => origin === location.origin && search === '')
    .map(({ pathname }) => pathname);
  for (const path of new Set([...basics, ...asked.filter(isKept)])) cache.add(path).catch(() => undefined);
}

/** @param except the name of those that stay. @returns whether there were others */
export async function deleteAnswers(except?: string): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  const names = (await caches.keys()).filter((name) => name.startsWith(anyone) && name !== except);
  await Promise.all(names.map((name) => caches.delete(name)));
  return names.length > 0;
}
