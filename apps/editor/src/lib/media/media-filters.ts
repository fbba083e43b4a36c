import { mediaListQuery, type MediaListQuery } from '@broadsheet/types';

export type MediaFilters = Omit<MediaListQuery, 'cursor'>;

const names = ['search', 'kind', 'uploader', 'from', 'to', 'rights', 'used', 'noAlt'] as const;

/** The filters of an address; what it says wrong is left out. */
export function readMediaFilters(query: Pick<URLSearchParams, 'get'>): MediaFilters {
  const filters: MediaFilters = {};
  for (const name of names) {
    const read = mediaListQuery.safeParse({ [name]: query.get(name) || undefined });
    if (read.success) Object.assign(filters, read.data);
  }
  return filters;
}

export const isNarrowed = (filters: MediaFilters): boolean => names.some((name) => filters[name]);

/** The address of the library so narrowed, with a file chosen or none. */
export function mediaHref(filters: MediaFilters, chosen?: string): string {
  const query = new URLSearchParams();
  for (const name of names) if (filters[name]) query.set(name, filters[name]);
  if (chosen) query.set('picture', chosen);
  return query.size > 0 ? `/media?${query}` : '/media';
}
