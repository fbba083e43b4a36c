import { isId, languages } from '@broadsheet/types';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, url }) => {
  const { storyId } = params;
  const language = languages.find((one) => one === params.lang);
  if (!isId(storyId) || !language) error(404, 'There is no such page.');
  const { searchParams } = url;
  return {
    storyId,
    language,
    from: searchParams.get('from'),
    to: searchParams.get('to'),
  };
};
