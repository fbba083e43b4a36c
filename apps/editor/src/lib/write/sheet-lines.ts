import type { Author, Language, Region, Section, Story } from '@broadsheet/types';

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

/** The authors' names in the article's language; who has none in it is not named, as on the page. */
export function byline(
  story: Pick<Story, 'authorIds'> | null,
  authors: readonly Pick<Author, 'id' | 'names'>[],
  language: Language,
): string {
  const names = (story?.authorIds ?? []).flatMap(
    (id) => authors.find((one) => one.id === id)?.names[language] ?? [],
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
