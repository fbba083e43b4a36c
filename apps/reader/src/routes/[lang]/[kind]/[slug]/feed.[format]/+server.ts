import { answerFeed } from '#lib/feeds/answer-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params: { lang, format, ...of }, url }) =>
  answerFeed(locals, url.origin, { language: lang, format, of });
