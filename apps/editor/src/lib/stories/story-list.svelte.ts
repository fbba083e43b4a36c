import type { Story, StoryPage } from '@broadsheet/types';
import { isFault } from '#lib/api/api-error.ts';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';
import { keptStories, type KeptStories } from '#lib/offline/kept-stories.ts';
import { toQuery, type StoryFilters } from './story-filters.ts';

/** The stories that pass the filters, newest first. */
export class StoryList extends PagedList<Story, StoryFilters> {
  #kept = $state.raw<KeptStories | null>(null);

  /** @param personId whose stories this device may hold, where they are shown when nothing else can be had */
  constructor(personId: string | null = null) {
    super(async (filters, cursor, signal) => {
      try {
        const page = await api.get<StoryPage>('/stories', { ...toQuery(filters), cursor }, signal);
        this.#kept = null;
        return page;
      } catch (error) {
        if (personId && isFault(error, 'UNREACHABLE'))
          this.#kept = await keptStories(personId).catch(() => null);
        throw error;
      }
    });
  }

  /** What this device holds, in place of a list that can't be had. */
  get kept(): KeptStories | null {
    return this.items === null ? this.#kept : null;
  }
}
