import { answerRobots } from '#lib/site/answer-site-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => answerRobots(locals, url.origin);
