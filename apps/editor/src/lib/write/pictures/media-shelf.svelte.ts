import type { Media, MediaList } from '@broadsheet/types';
import { SvelteMap } from 'svelte/reactivity';
import { untrack } from 'svelte';
import { api } from '#lib/api/client.ts';
import { isFault } from '#lib/api/api-error.ts';

/** What is heard anew is not asked for again so soon, in milliseconds. */
const pause = 10_000;

/**
 * The pictures that a page has heard of: those of an article asked for together, any other once it is needed, and all
 * again when one comes back to the page.
 */
export class MediaShelf {
  /** Null: the library no longer has it. */
  readonly #held = new SvelteMap<string, Media | null>();
  readonly #asked = new Set<string>();
  readonly #articleId: string | null;
  /** Needed while the article's own are on their way, and most likely among them. */
  #waiting: Set<string> | null = null;
  #refreshed = performance.now();

  /** @param articleId whose pictures are wanted from the beginning */
  constructor(articleId: string | null = null) {
    this.#articleId = articleId;
    if (articleId !== null) void this.#askTogether(articleId);
  }

  /** Undefined while it comes. */
  get(id: string): Media | null | undefined {
    const held = this.#held.get(id);
    if (held === undefined) untrack(() => this.#ask(id));
    return held;
  }

  put(picture: Media): void {
    this.#asked.add(picture.id);
    this.#held.set(picture.id, picture);
  }

  /** Asks for all of them again: words, credit and rights may have been mended in the library meanwhile. */
  refresh(): void {
    if (performance.now() - this.#refreshed < pause) return;
    this.#refreshed = performance.now();
    const known = [...this.#asked];
    this.#asked.clear();
    if (this.#articleId !== null) void this.#askTogether(this.#articleId);
    for (const id of known) this.#ask(id);
  }

  async #askTogether(articleId: string): Promise<void> {
    const waiting = (this.#waiting ??= new Set());
    try {
      const { items } = await api.get<MediaList>(`/articles/${articleId}/media`);
      for (const picture of items) {
        waiting.delete(picture.id);
        // what this page has changed meanwhile is newer
        if ((this.#held.get(picture.id)?.version ?? 0) <= picture.version) this.put(picture);
      }
    } catch {
      // each is asked for by itself, and says what is wrong
    }
    this.#waiting = null;
    for (const id of waiting) {
      waiting.delete(id);
      this.#askAlone(id);
    }
  }

  #ask(id: string): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    if (this.#waiting) this.#waiting.add(id);
    else this.#askAlone(id);
  }

  #askAlone(id: string): void {
    void api.get<Media>(`/media/${id}`).then(
      (picture) => this.#held.set(id, picture),
      (error: unknown) => {
        if (isFault(error, 'NOT_FOUND', 'GONE')) this.#held.set(id, null);
        // Anything else may be over by the next time that the picture is drawn.
        else if (!this.#held.has(id)) this.#asked.delete(id);
      },
    );
  }
}
