import { isId, languages } from '@broadsheet/types';
import { error } from '@sveltejs/kit';
import { OpenArticle } from '#lib/write/open-article.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const { storyId } = params;
  const language = languages.find((one) => one === params.lang);
  if (!isId(storyId) || !language) error(404, 'There is no such page.');
  const open = new OpenArticle(storyId, language);
  // not awaited: it comes while the desk asks who is there
  void open.load();
  return { open };
};
