import { applyUpdate, Doc } from 'yjs';
import { DeviceStore } from './device-store.ts';
import { textFile } from './text-file.ts';

/** All words of an article that this device has, as a file that can be imported; null if there are none. */
export async function keptAsFile(personId: string, articleId: string): Promise<File | null> {
  const store = await DeviceStore.open(personId);
  if (!store) return null;
  try {
    const [{ updates }, articles] = await Promise.all([store.read(articleId), store.articles()]);
    const { language = null } = articles.find((one) => one.articleId === articleId) ?? {};
    const doc = new Doc();
    for (const bytes of updates) applyUpdate(doc, bytes);
    return updates.length > 0 ? textFile(doc, language, () => null, location.origin) : null;
  } finally {
    store.close();
  }
}
