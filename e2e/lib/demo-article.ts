import type { Language } from '@broadsheet/types';
import { inject } from 'vitest';
import { bridgeInspection } from '../../apps/api/src/demo/content/stories/bridge-inspection.ts';
import type { DemoArticle } from '../../apps/api/src/demo/content/types.ts';

/** A story of the demo that readers have in every language. */
export function demoArticle(language: Language): DemoArticle & { url: string; path: string } {
  const article = bridgeInspection.articles[language];
  if (!article) throw new Error(`The demo story is not in ${language}.`);
  const path = `/${language}/news/${article.slug}`;
  return { ...article, path, url: inject('siteUrl') + path };
}
