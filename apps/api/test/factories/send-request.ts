import type { TestApp } from '../create-test-app.ts';

/** An answer of the API, its body parsed when it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, else the text. */
  body: unknown;
  /** The body as the shape the test expects. */
  as: <T>() => T;
}

export interface RequestOptions {
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request as a browser on the editor's own page would; without a cookie, as a stranger. */
export async function sendRequest(
  test: TestApp,
  method: string,
  path: string,
  { cookie, body, headers }: RequestOptions = {},
): Promise<Answer> {
  const answer = await fetch(`${test.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      origin: test.env.EDITOR_URL,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: toBody(body) }),
  });
  const text = await answer.text();
  const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '') && text !== '';
  const parsed: unknown = isJson ? JSON.parse(text) : text;
  return { status: answer.status, headers: answer.headers, body: parsed, as: <T>() => parsed as T };
}

const toBody = (body: unknown): string | FormData =>
  body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body);
