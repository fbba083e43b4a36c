import type { Language } from '@broadsheet/types';
import * as m from '#lib/paraglide/messages.js';
import type { PageReading } from '#lib/server/page-reading.ts';

/** What the field of a search offers while a reader types. */
export interface OfferedPage {
  text: string;
  href: string;
  /** "Topic", "Author"; nothing for a story. */
  kind: string;
}

export async function readSuggestions(
  reading: PageReading,
  language: Language,
  q: string,
): Promise<OfferedPage[]> {
  if (q === '') return [];
  const { items } = await reading.suggestions(language, q);
  return items.map(({ kind, slug, text }) => ({
    text,
    href: `/${language}/${kind === 'article' ? 'news' : kind}/${slug}`,
    kind: kind === 'topic' ? m.topic() : kind === 'author' ? m.author() : '',
  }));
}
