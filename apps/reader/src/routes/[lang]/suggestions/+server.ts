import { json } from '@sveltejs/kit';
import { readLiveSite } from '#lib/site/live-site.ts';
import { readSearch } from '#lib/search/search-address.ts';
import { readSuggestions } from '#lib/search/suggestions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { language } = await readLiveSite(locals, url.origin, params.lang);
  return json(await readSuggestions(locals.reading, language, readSearch(url.searchParams).q));
};
