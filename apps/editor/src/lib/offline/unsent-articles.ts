import type { Article } from '@broadsheet/types';
import { isFault } from '#lib/api/api-error.ts';
import { api } from '#lib/api/client.ts';
import { DeviceStore } from './device-store.ts';

/** Edits that are nowhere but on this device. */
export interface Unsent {
  articleId: string;
  /**
   * As it was answered last, without a connection too, but with the headline as it stands here; null where the newsroom
   * no longer shows it to this person.
   */
  article: Article | null;
}

/** The ids of the articles with edits of this person that are nowhere but on this device. */
export async function unsentArticleIds(personId: string): Promise<string[]> {
  const store = await DeviceStore.open(personId);
  const ids = (await store?.unsavedArticles().catch(() => [])) ?? [];
  store?.close();
  return ids;
}

/** Those articles; one that can't be asked about is left out. */
export async function unsentArticles(personId: string): Promise<Unsent[]> {
  const ids = await unsentArticleIds(personId);
  const found = await Promise.all(
    ids.map((articleId) =>
      api.get<Article>(`/articles/${articleId}`).then(
        async (article) => ({
          articleId,
          article: { ...article, headline: (await headlineHere(personId, articleId)) ?? article.headline },
        }),
        (error: unknown) =>
          isFault(error, 'FORBIDDEN', 'NOT_FOUND', 'GONE') ? { articleId, article: null } : null,
      ),
    ),
  );
  return found.filter((one) => one !== null);
}

/** Asked for when it is needed: a list of stories has no need of what reads a text. */
const headlineHere = (personId: string, articleId: string): Promise<string | null> =>
  import('./kept-headline.ts')
    .then(({ keptHeadline }) => keptHeadline(personId, articleId))
    .catch(() => null);

/** Takes what this device has of an article off it. */
export async function removeKept(personId: string, articleId: string): Promise<void> {
  const store = await DeviceStore.open(personId);
  await store?.remove(articleId);
  store?.close();
}
