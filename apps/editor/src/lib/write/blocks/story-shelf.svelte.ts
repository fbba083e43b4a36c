import type { Story } from '@broadsheet/types';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { isFault } from '#lib/api/api-error.ts';
import { api } from '#lib/api/client.ts';

/** The stories that a text leads to, each asked for once. */
export class StoryShelf {
  /** Null: it can't be found, or not by this person. */
  readonly #held = new SvelteMap<string, Story | null>();
  readonly #asked = new Set<string>();

  /** Undefined while it comes. */
  get(id: string): Story | null | undefined {
    const held = this.#held.get(id);
    if (held === undefined && id !== '') untrack(() => this.#ask(id));
    return held;
  }

  #ask(id: string): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    void api.get<Story>(`/stories/${id}`).then(
      (found) => this.#held.set(id, found),
      (error: unknown) => {
        if (isFault(error, 'NOT_FOUND', 'GONE', 'FORBIDDEN')) this.#held.set(id, null);
        // Anything else may be over by the next time that the block is drawn.
        else this.#asked.delete(id);
      },
    );
  }
}
