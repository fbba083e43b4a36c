import { readTexts } from '@broadsheet/document';
import { applyUpdate, Doc } from 'yjs';
import { DeviceStore } from './device-store.ts';

/** The headline of an article as this device has it, which the newsroom may not yet have; null if it has no text. */
export async function keptHeadline(personId: string, articleId: string): Promise<string | null> {
  const store = await DeviceStore.open(personId);
  if (!store) return null;
  try {
    const { updates } = await store.read(articleId);
    if (updates.length === 0) return null;
    const doc = new Doc();
    for (const bytes of updates) applyUpdate(doc, bytes);
    return readTexts(doc).headline;
  } finally {
    store.close();
  }
}
