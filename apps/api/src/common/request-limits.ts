import type { FastifyInstance } from 'fastify';
import { DomainError } from './domain-error.ts';

/** Bodies of JSON larger than this, in bytes, are refused; pictures have a route of their own. */
export const bodyLimit = 2 * 1024 * 1024;
/** Bodies nested deeper than this are refused; the deepest that a form sends has six levels. */
const depthLimit = 32;

/** JSON is all that is read, and not endlessly deep (S16, S22). */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isDeeperThan(request.body, depthLimit) ? tooDeep() : undefined);
  });
}

/** Looks level by level, so that depth costs no stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limit) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

const tooDeep = () =>
  new DomainError('BAD_REQUEST', 'What was sent is nested too deeply. Nothing was changed.');
