import { DomainError } from './domain-error.ts';

/** The last row of a page: its place in the order (as PostgreSQL prints it) and its id. */
export interface Cursor {
  at: string;
  id: string;
}

const instant =
  /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL would read it: in JavaScript 30 February is in March, and there is a year 0. */
export function isInstant(text: string): boolean {
  const toTheSecond = text.slice(0, 19).replace(' ', 'T');
  const read = new Date(`${toTheSecond}Z`);
  if (!instant.test(text) || Number.isNaN(read.getTime())) return false;
  return read.getUTCFullYear() > 0 && read.toISOString().startsWith(toTheSecond);
}

/** An opaque cursor for the next page. */
export const writeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at} ${id}`, 'utf8').toString('base64url');

/** @throws DomainError INPUT_INVALID for what `writeCursor` never wrote. */
export function readCursor(text: string): Cursor {
  const plain = Buffer.from(text, 'base64url').toString('utf8');
  const space = plain.lastIndexOf(' ');
  const [at, id] = [plain.slice(0, Math.max(space, 0)), plain.slice(space + 1)];
  if (!isInstant(at) || !uuid.test(id))
    throw new DomainError('INPUT_INVALID', 'This page of the list does not exist. Begin at the first one.', [
      { path: 'cursor', message: 'Use a cursor as an earlier page gave it.' },
    ]);
  return { at, id };
}
