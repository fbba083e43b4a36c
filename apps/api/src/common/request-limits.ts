import type { FastifyInstance } from 'fastify';
import { DomainError } from './domain-error.ts';

/** Bodies of JSON larger than this, in bytes, are refused; pictures have a route of their own. */
export const bodyLimit = 2 * 1024 * 1024;
/** Bodies nested deeper than this are refused; the deepest that a form sends has six levels. */
const depthLimit = 32;

/** JSON is all that is read, not endlessly deep (S16, S22), and every text in it one that can be kept (S8). */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', ({ body }, _reply, done) => {
    if (isDeeperThan(body, depthLimit)) return done(tooDeep());
    const path = placeOfNoText(body);
    done(path === null ? undefined : noText(path));
  });
}

/** Where a string stands that PostgreSQL can't hold: with U+0000, or with half of a surrogate pair. */
function placeOfNoText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (!isContainer(value)) return null;
  for (const [key, inside] of Object.entries(value)) {
    const found = placeOfNoText(inside, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const noText = (path: string) =>
  new DomainError('INPUT_INVALID', 'Some of what was sent is no text. Nothing was changed; see each fault.', [
    { path, message: 'This holds a sign that cannot be kept. Type it anew.' },
  ]);

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
