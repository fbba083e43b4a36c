import type { Media } from '@broadsheet/types';
import { SvelteMap } from 'svelte/reactivity';
import { untrack } from 'svelte';
import { api } from '#lib/api/client.ts';
import { isFault } from '#lib/api/api-error.ts';

/** What is heard anew is not asked for again so soon, in milliseconds. */
const pause = 10_000;

/** The pictures that a page has heard of, each asked for once, and again when one comes back to the page. */
export class MediaShelf {
  /** Null: the library no longer has it. */
  readonly #held = new SvelteMap<string, Media | null>();
  readonly #asked = new Set<string>();
  #refreshed = performance.now();

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
    for (const id of [...this.#asked]) {
      this.#asked.delete(id);
      this.#ask(id);
    }
  }

  #ask(id: string): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
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
