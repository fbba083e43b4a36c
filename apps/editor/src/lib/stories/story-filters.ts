import { articleStatuses, languages, type ArticleStatus, type Language, type Story } from '@broadsheet/types';

/** What the list of stories is narrowed to. Kept in the page's address. */
export interface StoryFilters {
  search: string;
  status: ArticleStatus | null;
  language: Language | null;
  section: string | null;
  region: string | null;
  mine: boolean;
}

/** Reads the filters of an address; what it doesn't understand is left out. */
export function readFilters(search: Pick<URLSearchParams, 'get'>): StoryFilters {
  return {
    search: search.get('search') ?? '',
    status: articleStatuses.find((status) => status === search.get('status')) ?? null,
    language: languages.find((language) => language === search.get('language')) ?? null,
    section: search.get('section'),
    region: search.get('region'),
    mine: search.get('mine') === 'true',
  };
}

/** The address of the list with these filters. */
export function storiesHref(filters: StoryFilters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(toQuery(filters))) if (value) search.set(name, value);
  return search.size > 0 ? `/stories?${search}` : '/stories';
}

/** The filters as the API takes them. */
export function toQuery(filters: StoryFilters): Record<string, string | null> {
  return { ...filters, search: filters.search.trim(), mine: filters.mine ? 'true' : null };
}

/** Whether anything narrows the list. */
export function isNarrowed(filters: StoryFilters): boolean {
  return Object.values(toQuery(filters)).some(Boolean);
}

/** Whether a story is among those that the filters ask for, as far as its own data tell: the words in a headline. */
export function passes(story: Story, filters: StoryFilters, personId: string): boolean {
  const words = filters.search.toLowerCase().split(/\s+/u);
  return (
    (!filters.section || story.sectionId === filters.section) &&
    (!filters.region || story.regionIds.includes(filters.region)) &&
    (!filters.mine || story.createdBy.id === personId) &&
    story.articles.some(
      ({ language, status, headline }) =>
        (!filters.language || language === filters.language) &&
        (!filters.status || status === filters.status) &&
        words.every((word) => headline.toLowerCase().includes(word)),
    )
  );
}
