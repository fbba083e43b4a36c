import { id, language } from '@broadsheet/types';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, url }) => {
  const storyId = id.safeParse(params.storyId);
  const spoken = language.safeParse(params.lang);
  if (!storyId.success || !spoken.success) error(404, 'There is no such page.');
  const { searchParams } = url;
  return {
    storyId: storyId.data,
    language: spoken.data,
    from: searchParams.get('from'),
    to: searchParams.get('to'),
  };
};
