import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  url: string;
  /** What is stored, by `bucket/key`. */
  objects: Map<string, Buffer>;
  /** From now on every question fails, or so many of them, as of a store that is down. */
  breakDown: (questions?: number) => void;
  /** From now on what it sends ends in the middle. */
  breakOff: () => void;
  /** It answers again. */
  mend: () => void;
  close: () => Promise<void>;
}

/** A store that speaks as much S3 as the media store does, over a real socket, for signed questions only. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let failing = 0;
  let isBreakingOff = false;
  const server = createServer((request, response) => {
    if (failing > 0 || !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) {
      response.writeHead(failing > 0 ? 503 : 403).end();
      failing -= 1;
      return;
    }
    void answer(objects, request, response, isBreakingOff);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    breakDown: (questions = Infinity) => {
      failing = questions;
    },
    breakOff: () => {
      isBreakingOff = true;
    },
    mend: () => {
      failing = 0;
      isBreakingOff = false;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function answer(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
  isBreakingOff: boolean,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
  const name = decodeURIComponent(pathname.slice(1));
  const held = objects.get(name);
  if (request.method === 'PUT') {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    objects.set(name, Buffer.concat(parts));
    response.writeHead(200, { etag: '"stored"' }).end();
  } else if (request.method === 'DELETE') {
    objects.delete(name);
    response.writeHead(204).end();
  } else if (searchParams.get('list-type') === '2') list(objects, name, searchParams, response);
  else if (!held) response.writeHead(404).end();
  else send(held, request, response, isBreakingOff);
}

function send(
  held: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
  isBreakingOff: boolean,
): void {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = start === undefined ? held : held.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, {
    'content-length': part.length,
    ...(start === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${held.length}` }),
  });
  if (isBreakingOff && request.method === 'GET')
    response.write(part.subarray(0, part.length / 2), () => response.destroy());
  else response.end(request.method === 'HEAD' ? undefined : part);
}

/** Fewer than the thousand of others, so that lists of a test have several pages. */
const pageSize = 2;

function list(
  objects: Map<string, Buffer>,
  bucket: string,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const left = [...objects.keys()]
    .map((name) => name.slice(bucket.replace(/\/$/, '').length + 1))
    .filter((key) => key.startsWith(prefix) && key > after)
    .sort();
  const keys = left.slice(0, pageSize);
  const next =
    left.length > keys.length ? `<NextContinuationToken>${keys.at(-1) ?? ''}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${String(next !== '')}</IsTruncated>${next}${keys
      .map((key) => `<Contents><Key>${key}</Key></Contents>`)
      .join('')}</ListBucketResult>`,
  );
}
