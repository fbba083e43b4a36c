import { json } from '@sveltejs/kit';
import { readSearch } from '#lib/search/search-address.ts';
import { readSuggestions } from '#lib/search/suggestions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) =>
  json(await readSuggestions(locals.reading, locals.language, readSearch(url.searchParams).q));
