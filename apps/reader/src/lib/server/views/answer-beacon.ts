import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Header } from '../security-headers.ts';
import type { ClientNetwork } from './client-network.ts';
import type { ViewCounter } from './view-counter.ts';

/** Where a page says that it is being read: `POST`, the article's id as the body. */
export const beaconAddress = '/views';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idLength = 36;

export interface BeaconParts {
  counter: ViewCounter;
  network: ClientNetwork;
  headers: readonly Header[];
}

/**
 * Answers a beacon: 204 whether it counted or not, so that nobody learns from it who has read what. A body that is no
 * id, or a page of another site, counts nothing; one that is longer than an id is not read to its end.
 */
export function answerBeacon(parts: BeaconParts, request: IncomingMessage, response: ServerResponse): void {
  const { 'sec-fetch-site': site = 'same-origin', 'user-agent': userAgent = '' } = request.headers;
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (part: string) => {
    body += part;
    if (body.length <= idLength) return;
    request.removeAllListeners('data');
    request.removeAllListeners('end');
    send(response, 413, parts.headers, true);
  });
  request.on('end', () => {
    if (site === 'same-origin' && uuid.test(body))
      parts.counter.count({ articleId: body, network: parts.network(request), userAgent });
    send(response, 204, parts.headers, false);
  });
  request.on('error', () => response.destroy());
}

function send(response: ServerResponse, status: number, headers: readonly Header[], closes: boolean): void {
  response.writeHead(status, [
    'cache-control',
    'no-store',
    ...(closes ? ['connection', 'close'] : []),
    ...headers.flat(),
  ]);
  response.end();
}
