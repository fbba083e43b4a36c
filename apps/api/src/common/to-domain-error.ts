import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '@broadsheet/types';
import { DomainError } from './domain-error.ts';

/** SQLSTATE classes and Node errors that mean "the database is not there right now". */
const databaseAway = /^(08|57P0|25006|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/;
const diskFull = /^(53100|ENOSPC|EDQUOT)/;
const overloaded = /^(53[234]00|57014|55P03|40P01)/;

/** Turns whatever was thrown into the closed list of errors; null means a fault of our own. */
export function toDomainError(thrown: unknown): DomainError | null {
  if (thrown instanceof DomainError) return thrown;
  const code = errorCodeOf(thrown);
  const message = thrown instanceof Error ? thrown.message : '';
  if (diskFull.test(code))
    return new DomainError(
      'STORAGE_FULL',
      'The server has no space left, so nothing was changed. Make room on its disk and try again.',
    );
  if (
    databaseAway.test(code) ||
    /Connection terminated|not queryable|DataSource is not|Driver not Connected/i.test(message)
  )
    return new DomainError(
      'DATABASE_UNAVAILABLE',
      'The database cannot be reached right now. Nothing was changed; try again in a moment.',
    );
  if (overloaded.test(code) || /timeout exceeded when trying to connect/i.test(message))
    return new DomainError(
      'OVERLOADED',
      'The server is too busy right now. Nothing was changed; try again in a moment.',
    );
  return fromHttp(thrown);
}

function errorCodeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  const { code, driverError } = thrown as Error & { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}

const byStatus: Record<number, [ErrorCode, string]> = {
  400: ['BAD_REQUEST', 'The request could not be understood.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not take that method.'],
  413: ['PAYLOAD_TOO_LARGE', 'What was sent is too large. Send less at once.'],
  415: ['BAD_REQUEST', 'Send JSON with the content type application/json.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests came from here. Wait a minute and try again.'],
};

function fromHttp(thrown: unknown): DomainError | null {
  const status =
    thrown instanceof HttpException
      ? thrown.getStatus()
      : ((thrown as { statusCode?: unknown } | null)?.statusCode ?? 0);
  const known = byStatus[Number(status)];
  return known ? new DomainError(...known) : null;
}
