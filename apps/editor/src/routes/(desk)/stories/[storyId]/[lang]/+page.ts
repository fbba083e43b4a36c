import { id, language } from '@broadsheet/types';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const storyId = id.safeParse(params.storyId);
  const spoken = language.safeParse(params.lang);
  if (!storyId.success || !spoken.success) error(404, 'There is no such page.');
  return { storyId: storyId.data, language: spoken.data };
};
