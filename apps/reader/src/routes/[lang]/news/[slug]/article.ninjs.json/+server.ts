import { answerNinjs } from '#lib/formats/answer-formats.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => answerNinjs(locals, url.origin, params);
