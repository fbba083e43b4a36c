import { errorCodes, type Problem } from '@broadsheet/types';
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
  // A proxy in front of the API answers 502 to 504 while the API itself is away.
  if (!isProblem(answer))
    return new ApiError(status >= 500 ? 'UNREACHABLE' : 'ANSWER_UNREADABLE', status, `HTTP ${status}`);
  return new ApiError(answer.code, status, answer.detail, answer);
}

function isProblem(answer: unknown): answer is Problem {
  if (typeof answer !== 'object' || answer === null || !('code' in answer && 'detail' in answer))
    return false;
  return errorCodes.some((code) => code === answer.code) && typeof answer.detail === 'string';
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `/api${path}?${search}` : `/api${path}`;
}

/**
 * The API of the newsroom. Paths begin after `/api`. What it answers is taken for what its contract says: the API
 * checks its own answers, and schemas would be a tenth of what a page loads (docs/decisions/0047-own-answers.md).
 */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    send('GET', path, { query, signal }) as Promise<T>,
  post: <T>(path: string, body?: unknown, signal?: AbortSignal) =>
    send('POST', path, { body, signal }) as Promise<T>,
  patch: <T>(path: string, body: unknown) => send('PATCH', path, { body }) as Promise<T>,
  put: async (path: string, body: unknown): Promise<void> => {
    await send('PUT', path, { body });
  },
  remove: async (path: string): Promise<void> => {
    await send('DELETE', path, {});
  },
};
