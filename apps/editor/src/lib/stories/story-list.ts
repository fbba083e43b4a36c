import { storyPage, type Story } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';
import { toQuery, type StoryFilters } from './story-filters.ts';

/** The stories that pass the filters, newest first. */
export class StoryList extends PagedList<Story, StoryFilters> {
  constructor() {
    super((filters, cursor, signal) =>
      api.get('/stories', storyPage, { ...toQuery(filters), cursor }, signal),
    );
  }
}
