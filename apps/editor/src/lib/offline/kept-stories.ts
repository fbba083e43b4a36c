import type { Article, Story } from '@broadsheet/types';
import { DeviceStore } from './device-store.ts';
import { keptAnswers } from './kept-answers.ts';

/** The stories that open without a connection, the last changed first. */
export interface KeptStories {
  stories: Story[];
  /** Of the languages of a story those that open. */
  articleIds: ReadonlySet<string>;
  /** When the newsroom was last asked for one of them. */
  latest: string;
}

/** What this device holds of the newsroom's stories; null if nothing. */
export async function keptStories(personId: string): Promise<KeptStories | null> {
  const [answers, store] = await Promise.all([keptAnswers(), DeviceStore.open(personId)]);
  const kept = (await store?.articles()) ?? [];
  store?.close();
  if (!answers) return null;
  const stories = new Map<string, Story>();
  const articleIds = new Set<string>();
  let latest = 0;
  for (const { articleId } of kept) {
    const article = await answered<Article>(answers, `/api/articles/${articleId}`);
    const story = article && (await answered<Story>(answers, `/api/stories/${article.value.storyId}`));
    if (!story) continue;
    articleIds.add(articleId);
    stories.set(story.value.id, story.value);
    latest = Math.max(latest, article.at, story.at);
  }
  if (stories.size === 0) return null;
  return {
    stories: [...stories.values()].toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    articleIds,
    latest: new Date(latest).toISOString(),
  };
}

async function answered<Value>(answers: Cache, path: string): Promise<{ value: Value; at: number } | null> {
  const answer = await answers.match(path);
  if (!answer) return null;
  return { value: (await answer.json()) as Value, at: Date.parse(answer.headers.get('date') ?? '') || 0 };
}
