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
  await caches.open(own);
  const { serviceWorker } = navigator;
  // what this page asked for before there was a worker to keep it, or anyone to keep it for
  const tell = () =>
    serviceWorker?.controller?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name));
  if (serviceWorker && !serviceWorker.controller)
    serviceWorker.addEventListener('controllerchange', tell, { once: true });
  else if (isNew) tell();
  return wereAnothers;
}

/** @param except the name of those that stay. @returns whether there were others */
export async function deleteAnswers(except?: string): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  const names = (await caches.keys()).filter((name) => name.startsWith(anyone) && name !== except);
  await Promise.all(names.map((name) => caches.delete(name)));
  return names.length > 0;
}
