import { readFrontPage } from '#lib/front/front-page.ts';
import { readPageCursor } from '#lib/front/page-cursor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { site } = await parent();
  return readFrontPage(locals.reading, site, readPageCursor(url.searchParams));
};
