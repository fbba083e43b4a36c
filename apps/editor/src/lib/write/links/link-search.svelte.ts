import type { Language, LinkTarget, LinkTargets } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { asHref } from '../text/text-tools.svelte.ts';

const pause = 150;

/** One's own published stories for the words that stand where an address would. */
export class LinkSearch {
  items = $state.raw<readonly LinkTarget[]>([]);
  /** The words were looked for, and nothing was found. */
  none = $state(false);
  active = $state(-1);
  readonly #language: Language;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;

  constructor(language: Language) {
    this.#language = language;
  }

  get chosen(): LinkTarget | undefined {
    return this.items[this.active];
  }

  look(typed: string): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    [this.active, this.none] = [-1, false];
    const search = typed.trim();
    if (search.length < 2 || asHref(search) !== null) this.items = [];
    else this.#timer = setTimeout(() => void this.#ask(search), pause);
  }

  move(way: 1 | -1): void {
    const count = this.items.length;
    if (count > 0)
      this.active = (this.active + way + count + (this.active === -1 && way === -1 ? 1 : 0)) % count;
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  async #ask(search: string): Promise<void> {
    const asked = (this.#asked = new AbortController());
    try {
      const query = { search, language: this.#language };
      const { items } = await api.get<LinkTargets>('/links/targets', query, asked.signal);
      if (asked.signal.aborted) return;
      this.items = items;
      [this.active, this.none] = [items.length > 0 ? 0 : -1, items.length === 0];
    } catch {
      // an address can be typed all the same
      if (!asked.signal.aborted) this.items = [];
    }
  }
}
