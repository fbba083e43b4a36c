import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isDrawnAddress } from './drawn-pictures.ts';
import { isMediaAddress, mediaPlace } from './media-rendering.ts';
import { isQuestion, nowhere, pageAddress } from './page-address.ts';
import { StoreOverloaded, type PageStore, type Rendering } from './page-store/page-store.ts';
import { makeReady, sendReady, silence, type ReadyResponse } from './page-store/ready-response.ts';
import { isRecordingAddress, sendRecording } from './recordings.ts';
import type { Header, SecurityHeaders } from './security-headers.ts';
import { answerBeacon, beaconAddress, type BeaconParts } from './views/answer-beacon.ts';

export interface ReaderServerParts {
  pages: PageStore;
  media: PageStore;
  /** Pages for what readers typed: there may be any number, so they displace none but each other. */
  searches: PageStore;
  files: ReadonlyMap<string, ReadyResponse>;
  /** Makes a page that is never stored. */
  renderOnce: (address: string) => Promise<Rendering>;
  faultPage: (address: string, status: number) => string;
  security: SecurityHeaders;
  /** Where recordings come from: they are handed on and never kept. */
  apiUrl: URL;
  views: Omit<BeaconParts, 'headers'>;
  onError: (error: unknown, address: string) => void;
}

/** The reader's server: stored pages first, one lookup each; everything else behind them. */
export function createReaderServer(parts: ReaderServerParts): Server {
  // one limit for silence on a connection, instead of a timer that is set and cleared around each answer
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const target = request.url as string;
    if (request.method === 'GET' || request.method === 'HEAD') {
      const ready = parts.pages.find(target) ?? parts.files.get(target);
      if (ready) sendReady(request, response, ready);
      else void answer(parts, request, response, target);
      return;
    }
    if (request.method === 'POST' && target === beaconAddress) {
      answerBeacon({ ...parts.views, headers: parts.security.file }, request, response);
      return;
    }
    sendPlain(response, 405, 'This site can only be read.', [['allow', 'GET, HEAD'], ...parts.security.file]);
  });
  server.timeout = silence;
  return server;
}

async function answer(
  parts: ReaderServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
): Promise<void> {
  const address = pageAddress(target);
  try {
    if (address !== null && isRecordingAddress(address))
      await sendRecording(parts.apiUrl, address, request, response, parts.security.file);
    else if (address === '/health') sendPlain(response, 200, 'ok', parts.security.file);
    else sendReady(request, response, await findResponse(parts, request, address));
  } catch (error) {
    if (!(error instanceof StoreOverloaded)) parts.onError(error, target);
    if (response.headersSent) response.destroy();
    else sendReady(request, response, await faultResponse(parts, address ?? '/'));
  }
}

async function findResponse(
  parts: ReaderServerParts,
  request: IncomingMessage,
  address: string | null,
): Promise<ReadyResponse> {
  if (address === null) return (await parts.renderOnce(nowhere(request.url ?? '/'))).ready;
  const file = parts.files.get(address);
  if (file) return file;
  if (address.startsWith('/card/') || address.startsWith('/icon/')) {
    return isDrawnAddress(address)
      ? parts.media.get(address)
      : notAFile(parts, 'There is no such picture.\n');
  }
  if (address.startsWith('/media/')) {
    return isMediaAddress(address)
      ? parts.media.get(mediaPlace(address, request.headersDistinct['save-data']?.[0]))
      : notAFile(parts, 'There is no such picture.\n');
  }
  if (address.startsWith('/_app/')) return notAFile(parts, 'There is no such file.\n');
  if (address.startsWith('/preview/')) return (await parts.renderOnce(address)).ready;
  return isQuestion(address) ? parts.searches.get(address) : parts.pages.get(address);
}

function notAFile(parts: ReaderServerParts, text: string): Promise<ReadyResponse> {
  const headers: Header[] = [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
    ...parts.security.file,
  ];
  return makeReady({ status: 404, headers, body: Buffer.from(text), compress: false });
}

function faultResponse(parts: ReaderServerParts, address: string): Promise<ReadyResponse> {
  const headers: Header[] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['retry-after', '5'],
    ...parts.security.page,
  ];
  return makeReady({
    status: 503,
    headers,
    body: Buffer.from(parts.faultPage(address, 503)),
    compress: false,
  });
}

function sendPlain(response: ServerResponse, status: number, text: string, headers: readonly Header[]): void {
  const body = Buffer.from(`${text}\n`);
  const own = [
    'content-type',
    'text/plain; charset=utf-8',
    'cache-control',
    'no-store',
    'content-length',
    String(body.length),
  ];
  response.writeHead(status, [...own, ...headers.flat()]);
  response.end(body);
}
