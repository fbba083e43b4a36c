import type { Language } from '@broadsheet/types';
import type { Column } from '../../src/permissions/permission-table.ts';
import type { TestApp } from '../create-test-app.ts';
import { makePerson } from './make-person.ts';
import { makeRegion } from './make-region.ts';
import { makeSection } from './make-section.ts';
import { makeStory } from './make-story.ts';

/** What a narrow grant is for, and what it is not for. */
export interface Places {
  section: string;
  otherSection: string;
  region: string;
  otherRegion: string;
  language: Language;
  otherLanguage: Language;
  /** Somebody else, who made the story of the column "by another". */
  another: string;
}

export async function makePlaces(test: TestApp): Promise<Places> {
  return {
    section: (await makeSection(test)).id,
    otherSection: (await makeSection(test)).id,
    region: (await makeRegion(test)).id,
    otherRegion: (await makeRegion(test)).id,
    language: 'en',
    otherLanguage: 'ru',
    another: (await makePerson(test, { role: 'journalist' })).id,
  };
}

/** Where the story of a column stands. */
export interface Placed {
  sectionId: string | null;
  regionIds: string[];
  language: Language;
  createdById: string;
}

/** The story that a column of the permission table speaks of, for a person with a narrow grant. */
export function placedAs(column: Column, places: Places, personId: string): Placed {
  const own: Placed = {
    sectionId: places.section,
    regionIds: [places.region],
    language: places.language,
    createdById: personId,
  };
  switch (column) {
    case 'own':
      return own;
    case 'by another':
      return { ...own, createdById: places.another };
    case 'two regions':
      return { ...own, regionIds: [places.otherRegion, places.region] };
    case 'other language':
      return { ...own, language: places.otherLanguage };
    case 'other section':
      return { ...own, sectionId: places.otherSection };
    case 'other region':
      return { ...own, regionIds: [places.otherRegion] };
    case 'no region':
      return { ...own, regionIds: [] };
    case 'no section':
      return { ...own, sectionId: null };
  }
}

/** That story in the database, with its one article. */
export async function makePlaced(
  test: TestApp,
  placed: Placed,
): Promise<{ storyId: string; articleId: string }> {
  const { id, articleIds } = await makeStory(test, { ...placed, languages: [placed.language] });
  return { storyId: id, articleId: articleIds[placed.language] ?? '' };
}
