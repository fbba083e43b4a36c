/** What every page asks first. */
export const basics = [
  '/api/auth/me',
  '/api/settings',
  '/api/sections',
  '/api/regions',
  '/api/topics',
  '/api/authors',
];

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
  if (await caches.has(own)) return wereAnothers;
  const cache = await caches.open(own);
  const worker = await navigator.serviceWorker?.getRegistration();
  // this page may have asked them before there was anyone to keep them for
  if (worker) void cache.addAll(basics).catch(() => undefined);
  return wereAnothers;
}

/** @param except the name of those that stay. @returns whether there were others */
export async function deleteAnswers(except?: string): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  const names = (await caches.keys()).filter((name) => name.startsWith(anyone) && name !== except);
  await Promise.all(names.map((name) => caches.delete(name)));
  return names.length > 0;
}
