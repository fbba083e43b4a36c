import { answerSitemapIndex } from '#lib/sitemap/answer-sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => answerSitemapIndex(locals.reading, url.origin);
