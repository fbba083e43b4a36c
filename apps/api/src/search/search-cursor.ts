import { isInstant } from '../common/cursor.ts';
import { DomainError } from '../common/domain-error.ts';
import { mostFound } from './search-sql.ts';

/** Where a page of results begins, in the list as it stood when its first page was asked for. */
export interface SearchCursor {
  until: string;
  offset: number;
}

const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) (\d{1,4})$/;

/** An opaque cursor for the next page. */
export const writeSearchCursor = ({ until, offset }: SearchCursor): string =>
  Buffer.from(`${until} ${offset}`, 'utf8').toString('base64url');

/** @throws DomainError INPUT_INVALID for what `writeSearchCursor` never wrote. */
export function readSearchCursor(text: string): SearchCursor {
  const [, until = '', offset = ''] = pattern.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  if (!isInstant(until) || Number(offset) >= mostFound)
    throw new DomainError('INPUT_INVALID', 'These results do not exist. Begin at the first page.', [
      { path: 'cursor', message: 'Use a cursor as an earlier page gave it.' },
    ]);
  return { until, offset: Number(offset) };
}
