import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Header } from './security-headers.ts';

const address = /^\/media\/[\w-]{1,200}\/file\.mp[34]$/;
/** What of a question and of an answer goes through; nothing else of either does. */
const asked = ['range', 'if-range', 'if-none-match'] as const;
const answered = [
  'content-type',
  'content-length',
  'content-range',
  'content-disposition',
  'accept-ranges',
  'etag',
  'cache-control',
] as const;
/** Milliseconds without a byte from the API. */
const silence = 15_000;

/** Whether this can be the address of a recording at all. */
export const isRecordingAddress = (path: string): boolean => address.test(path);

/** Hands a recording on from the API, whole or in part. Recordings are long: none is ever kept here. */
export function sendRecording(
  api: URL,
  path: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  security: readonly Header[],
): Promise<void> {
  const headers = Object.fromEntries(
    asked.flatMap((name) => {
      const value = incoming.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return new Promise((resolve, reject) => {
    const question = request(
      new URL(`/api/public${path}`, api),
      { method: incoming.method ?? 'GET', headers, timeout: silence },
      (answer) => {
        const status = answer.statusCode ?? 502;
        const known = [200, 206, 304, 416].includes(status);
        if (!known) answer.resume();
        const own: Header[] = answered.flatMap((name) => {
          const value = answer.headers[name];
          return known && typeof value === 'string' ? [[name, value] as Header] : [];
        });
        response.writeHead(known ? status : status >= 500 ? 503 : 404, [...own, ...security].flat());
        if (known) answer.pipe(response);
        else response.end();
        answer.once('end', resolve).once('error', reject);
      },
    );
    question.once('error', reject).once('timeout', () => question.destroy(new Error('The API is silent')));
    response.once('close', () => {
      question.destroy();
      resolve();
    });
    question.end();
  });
}
