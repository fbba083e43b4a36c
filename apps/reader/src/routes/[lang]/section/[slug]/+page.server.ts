import { readPageCursor } from '#lib/front/page-cursor.ts';
import { readSubjectPage } from '#lib/front/subject-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { site } = await parent();
  return readSubjectPage(locals.reading, site, 'section', params.slug, readPageCursor(url.searchParams));
};
