import { answerSitemapPart } from '#lib/sitemap/answer-sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerSitemapPart(locals.reading, url.origin, params.part);
