import { mediaPage, type Media } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';

/** The pictures of the newsroom that a search finds, newest first. */
export class MediaLibrary extends PagedList<Media, string> {
  constructor() {
    super((search, cursor, signal) => api.get('/media', mediaPage, { search, cursor }, signal));
  }

  find(id: string | null): Media | undefined {
    return this.items?.find((picture) => picture.id === id);
  }

  /** A picture that has just come in stands first; one that has changed stays where it is. */
  put(picture: Media): void {
    const before = this.items ?? [];
    const known = before.some(({ id }) => id === picture.id);
    this.items = known ? before.map((one) => (one.id === picture.id ? picture : one)) : [picture, ...before];
  }
}
