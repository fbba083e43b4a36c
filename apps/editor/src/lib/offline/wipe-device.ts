import { DeviceStore } from './device-store.ts';

/** Whose answers this device keeps. */
const personKey = 'broadsheet.kept-for';

/** Takes everything of the newsroom from this device: texts, pictures, answers that were kept. */
export async function wipeDevice(): Promise<void> {
  await DeviceStore.wipe().catch(() => undefined);
  await deleteAnswers();
  localStorage.removeItem(personKey);
}

/** Answers that were kept for another person go: what one may read says nothing of the other. */
export async function keepAnswersFor(personId: string): Promise<void> {
  if (localStorage.getItem(personKey) === personId) return;
  await deleteAnswers();
  localStorage.setItem(personKey, personId);
}

async function deleteAnswers(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('answers')).map((name) => caches.delete(name)));
}

/** How many articles have edits of this person that are nowhere else. */
export async function unsavedArticles(personId: string): Promise<number> {
  const store = await DeviceStore.open(personId);
  const unsaved = (await store?.unsaved().catch(() => [])) ?? [];
  store?.close();
  return unsaved.length;
}
