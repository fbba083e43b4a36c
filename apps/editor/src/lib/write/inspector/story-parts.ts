import type { ContentType, LocalizedText, Story, UpdateStoryInput } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { localized } from '#lib/locale/localized.ts';
import { m } from '#lib/paraglide/messages.js';
import { reference } from '#lib/reference/reference.svelte.ts';
import type { Keeper, Part } from '#lib/saving/saved-record.svelte.ts';

type StoryPart<Value> = Part<Story, UpdateStoryInput, Value>;

type Terms = readonly { id: string; names: LocalizedText }[];

const nameIn = (terms: Terms, id: string) => localized(terms.find((one) => one.id === id)?.names ?? {});
const namesIn = (terms: () => Terms) => (ids: readonly string[]) =>
  ids.map((id) => nameIn(terms(), id)).join(', ');

export const sectionPart: StoryPart<string | null> = {
  key: 'section',
  label: m.stories_section,
  read: ({ sectionId }) => sectionId,
  patch: ({ version }, sectionId) => ({ version, sectionId }),
  show: (id) => (id ? nameIn(reference.sections, id) : ''),
};
export const regionsPart: StoryPart<string[]> = {
  key: 'regions',
  label: m.write_regions,
  read: ({ regionIds }) => regionIds,
  patch: ({ version }, regionIds) => ({ version, regionIds }),
  show: namesIn(() => reference.regions),
};
export const topicsPart: StoryPart<string[]> = {
  key: 'topics',
  label: m.write_topics,
  read: ({ topicIds }) => topicIds,
  patch: ({ version }, topicIds) => ({ version, topicIds }),
  show: namesIn(() => reference.topics),
};
export const priorityPart: StoryPart<number> = {
  key: 'priority',
  label: m.write_priority,
  read: ({ priority }) => priority,
  patch: ({ version }, priority) => ({ version, priority }),
  show: String,
};
export const contentTypeWords: Record<ContentType, () => string> = {
  news: m.details_type_news,
  analysis: m.details_type_analysis,
  opinion: m.details_type_opinion,
  interview: m.details_type_interview,
  live: m.details_type_live,
};
export const contentTypePart: StoryPart<ContentType> = {
  key: 'contentType',
  label: m.details_type,
  read: ({ contentType }) => contentType,
  patch: ({ version }, contentType) => ({ version, contentType }),
  show: (type) => contentTypeWords[type](),
};
export const notesPart: StoryPart<string> = {
  key: 'notes',
  label: m.details_notes,
  read: ({ notes }) => notes,
  patch: ({ version }, notes) => ({ version, notes }),
  show: (text) => text,
};
export const leadPart: StoryPart<string | null> = {
  key: 'lead',
  label: m.write_lead_picture,
  read: ({ leadMediaId }) => leadMediaId,
  patch: ({ version }, leadMediaId) => ({ version, leadMediaId }),
  show: (id) => (id ? m.write_block_picture() : ''),
};

export const storyParts = [
  sectionPart,
  regionsPart,
  topicsPart,
  priorityPart,
  contentTypePart,
  notesPart,
  leadPart,
] as const satisfies readonly StoryPart<unknown>[];

/** How a story is saved and read again; `put` takes each answer to the rest of the page. */
export function storyKeeper(put: (next: Story) => void): Keeper<Story, UpdateStoryInput> {
  const told = (next: Story) => {
    put(next);
    return next;
  };
  return {
    save: async ({ id }, patch) => told(await api.patch<Story>(`/stories/${id}`, patch)),
    again: async ({ id }) => told(await api.get<Story>(`/stories/${id}`)),
    changeOf: ({ version, changedBy }) => ({ version, by: changedBy }),
  };
}
