import { answerOpenSearch } from '#lib/site/answer-site-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerOpenSearch(locals, url.origin, params.lang);
