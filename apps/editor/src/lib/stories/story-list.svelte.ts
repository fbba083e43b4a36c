import { storyPage, type Story } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { toQuery, type StoryFilters } from './story-filters.ts';

/** The rows of the list of stories. Old rows stay while new ones come, and after a fault. */
export class StoryList {
  rows = $state.raw<readonly Story[] | null>(null);
  total = $state<number | undefined>();
  fault = $state.raw<unknown>(null);
  loading = $state(false);
  #cursor = $state<string | null>(null);
  #asked: AbortController | null = null;
  #filters: StoryFilters | null = null;

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  async show(filters: StoryFilters): Promise<void> {
    this.#filters = filters;
    await this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.#cursor && !this.loading) await this.#ask(this.#cursor);
  }

  async again(): Promise<void> {
    await this.#ask(null);
  }

  async #ask(cursor: string | null): Promise<void> {
    if (!this.#filters) return;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.loading = true;
    try {
      const page = await api.get('/stories', storyPage, { ...toQuery(this.#filters), cursor }, asked.signal);
      this.rows = cursor ? [...(this.rows ?? []), ...page.items] : page.items;
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
