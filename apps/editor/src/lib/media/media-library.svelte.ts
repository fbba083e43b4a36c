import { mediaPage, type Media } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';

/** The pictures of the newsroom, newest first. */
export class MediaLibrary {
  pictures = $state.raw<readonly Media[] | null>(null);
  total = $state<number | undefined>();
  fault = $state.raw<unknown>(null);
  loading = $state(false);
  #cursor = $state<string | null>(null);
  #search = '';
  #asked: AbortController | null = null;

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  async show(search: string): Promise<void> {
    this.#search = search;
    await this.#ask(null);
  }

  async again(): Promise<void> {
    await this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.#cursor && !this.loading) await this.#ask(this.#cursor);
  }

  find(id: string | null): Media | undefined {
    return this.pictures?.find((picture) => picture.id === id);
  }

  /** A picture that has just come in stands first; one that has changed stays where it is. */
  put(picture: Media): void {
    const before = this.pictures ?? [];
    const known = before.some(({ id }) => id === picture.id);
    this.pictures = known
      ? before.map((one) => (one.id === picture.id ? picture : one))
      : [picture, ...before];
  }

  async #ask(cursor: string | null): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.loading = true;
    try {
      const page = await api.get('/media', mediaPage, { search: this.#search, cursor }, asked.signal);
      this.pictures = cursor ? [...(this.pictures ?? []), ...page.items] : page.items;
      this.#cursor = page.nextCursor;
      if (!cursor) this.total = page.total;
      this.fault = null;
    } catch (error) {
      if (!asked.signal.aborted) this.fault = error;
    } finally {
      if (this.#asked === asked) this.loading = false;
    }
  }
}
