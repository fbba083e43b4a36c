import { problem } from '@broadsheet/types';
import type { z } from 'zod';
import { ApiError, isFault } from './api-error.ts';

type Query = Record<string, string | number | boolean | null | undefined>;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
interface Request {
  query?: Query | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

let signedInAgain: () => Promise<void> | null = () => null;

/**
 * Called each time that the API says nobody is signed in. The promise settles once somebody is, and the request is
 * then sent again, so that a page loses nothing; `null` lets the request fail.
 */
export function whenSessionEnds(callback: () => Promise<void> | null): void {
  signedInAgain = callback;
}

/** Runs a request, and once more when the session had ended and somebody has signed in again. */
export async function withSession<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const again = isFault(error, 'SESSION_EXPIRED', 'NOT_SIGNED_IN') ? signedInAgain() : null;
    if (!again) throw error;
    await again;
    return run();
  }
}

/** Throws `ApiError`, whatever went wrong; an aborted request throws its `AbortError`. */
function send(method: Method, path: string, request: Request): Promise<unknown> {
  return withSession(() => sendOnce(method, path, request));
}

async function sendOnce(method: Method, path: string, { query, body, signal }: Request): Promise<unknown> {
  const form = body instanceof FormData;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    signal: signal ?? null,
    headers: body === undefined || form ? {} : { 'content-type': 'application/json' },
    body: form ? body : body === undefined ? null : JSON.stringify(body),
  };
  const response = await fetch(address(path, query), init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('UNREACHABLE', 0, String(error));
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw toApiError(response.status, answer);
}

/** What an answer that is not `ok` says; anything that is no problem document comes from something between. */
export function toApiError(status: number, answer: unknown): ApiError {
  const known = problem.safeParse(answer);
  // A proxy in front of the API answers 502 to 504 while the API itself is away.
  if (!known.success)
    return new ApiError(status >= 500 ? 'UNREACHABLE' : 'ANSWER_UNREADABLE', status, `HTTP ${status}`);
  return new ApiError(known.data.code, status, known.data.detail, known.data);
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `/api${path}?${search}` : `/api${path}`;
}

async function sendAndRead<T extends z.ZodType>(
  method: Method,
  path: string,
  schema: T,
  request: Request,
): Promise<z.output<T>> {
  const answer = await send(method, path, request);
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new ApiError('ANSWER_UNREADABLE', 200, `${method} ${path}: ${read.error.message}`);
}

/** The API of the newsroom. Paths begin after `/api`; each answer is checked against its schema. */
export const api = {
  get: <T extends z.ZodType>(path: string, schema: T, query?: Query, signal?: AbortSignal) =>
    sendAndRead('GET', path, schema, { query, signal }),
  post: <T extends z.ZodType>(path: string, body: unknown, schema: T, signal?: AbortSignal) =>
    sendAndRead('POST', path, schema, { body, signal }),
  patch: <T extends z.ZodType>(path: string, body: unknown, schema: T) =>
    sendAndRead('PATCH', path, schema, { body }),
  put: <T extends z.ZodType>(path: string, body: unknown, schema: T) =>
    sendAndRead('PUT', path, schema, { body }),
  remove: async (path: string): Promise<void> => {
    await send('DELETE', path, {});
  },
  /** For commands whose answer does not matter. */
  command: async (path: string, body?: unknown): Promise<void> => {
    await send('POST', path, { body });
  },
};
