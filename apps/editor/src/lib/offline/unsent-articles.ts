import type { Article } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { DeviceStore } from './device-store.ts';

/** The ids of the articles with edits of this person that are nowhere but on this device. */
export async function unsentArticleIds(personId: string): Promise<string[]> {
  const store = await DeviceStore.open(personId);
  const ids = (await store?.unsavedArticles().catch(() => [])) ?? [];
  store?.close();
  return ids;
}

/** Those articles as they were answered last, without a connection too; one that can't be had is left out. */
export async function unsentArticles(personId: string): Promise<Article[]> {
  const ids = await unsentArticleIds(personId);
  const found = await Promise.all(ids.map((id) => api.get<Article>(`/articles/${id}`).catch(() => null)));
  return found.filter((article) => article !== null);
}
