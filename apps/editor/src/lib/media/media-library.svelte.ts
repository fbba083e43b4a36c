import type { Media, MediaPage } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';
import type { MediaFilters } from './media-filters.ts';

/** The files of the newsroom that a search and its filters find, newest first; and one that was asked for by name. */
export class MediaLibrary extends PagedList<Media, MediaFilters> {
  #apart = $state.raw<Media | null>(null);

  constructor() {
    super((filters, cursor, signal) => api.get<MediaPage>('/media', { ...filters, cursor }, signal));
  }

  find(id: string | null): Media | undefined {
    const found = this.items?.find((picture) => picture.id === id);
    return found ?? (this.#apart?.id === id ? (this.#apart ?? undefined) : undefined);
  }

  /** Looks for one that the list has not come to. Throws `ApiError`. */
  async bring(id: string): Promise<void> {
    this.#apart = await api.get<Media>(`/media/${id}`);
  }

  /** A file that has just come in stands first; one that has changed stays where it is. */
  put(picture: Media): void {
    const before = this.items ?? [];
    const known = before.some(({ id }) => id === picture.id);
    if (!known && this.#apart?.id === picture.id) {
      this.#apart = picture;
      return;
    }
    this.items = known ? before.map((one) => (one.id === picture.id ? picture : one)) : [picture, ...before];
    if (!known && this.total !== undefined) this.total += 1;
  }

  drop(id: string): void {
    if (this.#apart?.id === id) this.#apart = null;
    this.items = (this.items ?? []).filter((one) => one.id !== id);
    if (this.total !== undefined) this.total -= 1;
  }
}
