import { readArticlePage } from '#lib/article/article-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { site } = await parent();
  return readArticlePage(locals.reading, site, params.slug);
};
