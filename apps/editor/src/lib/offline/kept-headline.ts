import { readTexts } from '@broadsheet/document';
import { applyUpdate, Doc } from 'yjs';
import { DeviceStore } from './device-store.ts';

/** The headline of an article as this device has it, which the newsroom may not yet have; empty if it has none. */
export async function keptHeadline(personId: string, articleId: string): Promise<string> {
  const store = await DeviceStore.open(personId);
  const { updates } = (await store?.read(articleId)) ?? { updates: [] };
  store?.close();
  const doc = new Doc();
  for (const bytes of updates) applyUpdate(doc, bytes);
  return readTexts(doc).headline;
}
