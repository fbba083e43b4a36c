import { answerHomeFeed } from '#lib/feeds/answer-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerHomeFeed(locals, url.origin, params.lang);
