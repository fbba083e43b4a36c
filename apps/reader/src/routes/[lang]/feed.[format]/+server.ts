import { answerFeed } from '#lib/feeds/answer-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerFeed(locals, url.origin, { language: params.lang, format: params.format });
