import { answerSubjectFeed } from '#lib/feeds/answer-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerSubjectFeed(locals, url.origin, 'author', params.slug);
