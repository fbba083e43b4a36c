import {
  isDay,
  isId,
  languages,
  mediaKinds,
  rightsFilters,
  type Language,
  type MediaListQuery,
} from '@broadsheet/types';

export type MediaFilters = Omit<MediaListQuery, 'cursor'>;

const names = ['search', 'kind', 'uploader', 'from', 'to', 'rights', 'used', 'noAlt'] as const;
const answers = ['yes', 'no'] as const;
const withoutAlt: readonly ('any' | Language)[] = ['any', ...languages];

/** The filters of an address; what it says wrong is left out. */
export function readMediaFilters(query: Pick<URLSearchParams, 'get'>): MediaFilters {
  const one = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === query.get(name));
  const fitting = (fits: (text: string) => boolean, name: string) => {
    const text = query.get(name)?.trim();
    return text && fits(text) ? text : undefined;
  };
  const filters = {
    search: fitting((text) => text.length <= 100, 'search'),
    kind: one(mediaKinds, 'kind'),
    uploader: fitting((text) => text === 'me' || isId(text), 'uploader'),
    from: fitting(isDay, 'from'),
    to: fitting(isDay, 'to'),
    rights: one(rightsFilters, 'rights'),
    used: one(answers, 'used'),
    noAlt: one(withoutAlt, 'noAlt'),
  } satisfies MediaFilters;
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

export const isNarrowed = (filters: MediaFilters): boolean => names.some((name) => filters[name]);

/** The address of the library so narrowed, with a file chosen or none. */
export function mediaHref(filters: MediaFilters, chosen?: string): string {
  const query = new URLSearchParams();
  for (const name of names) if (filters[name]) query.set(name, filters[name]);
  if (chosen) query.set('picture', chosen);
  return query.size > 0 ? `/media?${query}` : '/media';
}
