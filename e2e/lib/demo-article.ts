import { storyPage, type Language, type Story } from '@broadsheet/types';
import { inject } from 'vitest';
import { bridgeInspection } from '../../apps/api/src/demo/content/stories/bridge-inspection.ts';
import type { NewsroomApi } from './newsroom-api.ts';
import type { DemoArticle } from '../../apps/api/src/demo/content/types.ts';

/** A story of the demo that readers have in every language. */
export function demoArticle(language: Language): DemoArticle & { url: string; path: string } {
  const article = bridgeInspection.articles[language];
  if (!article) throw new Error(`The demo story is not in ${language}.`);
  const path = `/${language}/news/${article.slug}`;
  return { ...article, path, url: inject('siteUrl') + path };
}

/** The story with this headline; others may speak of it in their text. */
export async function storyOf(api: NewsroomApi, headline: string): Promise<Story> {
  const { items } = await api.get(`/stories?search=${encodeURIComponent(headline)}`, storyPage);
  const found = items.find(({ articles }) => articles.some((one) => one.headline === headline));
  if (!found) throw new Error(`There is no story “${headline}”.`);
  return found;
}
