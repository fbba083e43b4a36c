import type { Article, Author, Language, Region, Section, Story } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

/** The words over the headline: the story's first region, else its section, in the article's language. */
export function articleLabel(
  story: Pick<Story, 'regionIds' | 'sectionId'> | null,
  regions: readonly Pick<Region, 'id' | 'names'>[],
  sections: readonly Pick<Section, 'id' | 'names'>[],
  language: Language,
): string {
  const region = regions.find(({ id }) => id === story?.regionIds[0]);
  const section = sections.find(({ id }) => id === story?.sectionId);
  return region?.names[language] ?? section?.names[language] ?? '';
}

/** The line under the standfirst, in the article's language; who has no name in it is not named, as on the page. */
export function byline(
  article: Pick<Article, 'authors'> | null,
  authors: readonly Pick<Author, 'id' | 'names'>[],
  language: Language,
): string {
  const wrote = (article?.authors ?? []).filter(({ role }) => role === 'text');
  const named = wrote.flatMap(
    ({ authorId }) => authors.find((one) => one.id === authorId)?.names[language] ?? [],
  );
  if (named.length === 0) return '';
  return (named.length > 1 ? m.write_by_many : m.write_by)({ names: named.join(', ') }, { locale: language });
}
