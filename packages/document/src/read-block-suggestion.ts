import { isId, type BlockSuggestion, type BlockTurn } from '@broadsheet/types';

/**
 * The suggestion that a block's attribute holds. A document may have been written by any client: what the schema
 * `blockSuggestion` does not allow counts as none. It is asked for each block that is drawn, on the writing page too.
 */
export function readBlockSuggestion(value: unknown): BlockSuggestion | null {
  if (!isRecord(value) || typeof value.id !== 'string' || !isId(value.id)) return null;
  const { id, op, next, ...others } = value;
  if (Object.keys(others).length > 0) return null;
  if (op === 'turn') return isTurn(next) ? { id, op, next } : null;
  return next === undefined && (op === 'insert' || op === 'delete' || op === 'join') ? { id, op } : null;
}

function isTurn(value: unknown): value is BlockTurn {
  if (!isRecord(value)) return false;
  const { lift, sink, type, attrs, wrap, ...others } = value;
  return (
    Object.keys(others).length === 0 &&
    (lift === undefined || lift === true) &&
    (sink === undefined || sink === true) &&
    (type === undefined || isName(type)) &&
    (attrs === undefined || (isRecord(attrs) && Object.entries(attrs).every(isAttribute))) &&
    (wrap === undefined || (Array.isArray(wrap) && wrap.length <= 4 && wrap.every(isName)))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= 40;

const isAttribute = ([name, value]: [string, unknown]): boolean => isName(name) && isJson(value);

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) && Object.values(value).every(isJson);
}
