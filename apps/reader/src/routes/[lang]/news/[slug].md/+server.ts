import { answerMarkdown } from '#lib/formats/answer-formats.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => answerMarkdown(locals, url.origin, params);
