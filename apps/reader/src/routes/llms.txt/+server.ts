import { answerLlms } from '#lib/formats/answer-llms.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => answerLlms(locals, url.origin);
