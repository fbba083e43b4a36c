import { readSearch } from '#lib/search/search-address.ts';
import { readSearchPage } from '#lib/search/search-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { site } = await parent();
  return readSearchPage(locals.reading, site, readSearch(url.searchParams));
};
