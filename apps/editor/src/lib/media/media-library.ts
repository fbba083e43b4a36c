import type { Media, MediaPage } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';
import type { MediaFilters } from './media-filters.ts';

/** The files of the newsroom that a search and its filters find, newest first. */
export class MediaLibrary extends PagedList<Media, MediaFilters> {
  constructor() {
    super((filters, cursor, signal) => api.get<MediaPage>('/media', { ...filters, cursor }, signal));
  }

  find(id: string | null): Media | undefined {
    return this.items?.find((picture) => picture.id === id);
  }

  /** A file that has just come in stands first; one that has changed stays where it is. */
  put(picture: Media): void {
    const before = this.items ?? [];
    const known = before.some(({ id }) => id === picture.id);
    this.items = known ? before.map((one) => (one.id === picture.id ? picture : one)) : [picture, ...before];
    if (!known && this.total !== undefined) this.total += 1;
  }

  drop(id: string): void {
    this.items = (this.items ?? []).filter((one) => one.id !== id);
    if (this.total !== undefined) this.total -= 1;
  }
}
