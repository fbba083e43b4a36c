import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

/** One encoding of a response, with every header it is sent with, as the flat list that node:http takes. */
export interface Variant {
  etag: string;
  body: Buffer;
  headers: string[];
  notModified: string[];
}

/** A response that only has to be written: all that is ever computed when it is sent is an encoding nobody took yet. */
export interface ReadyResponse {
  status: number;
  /** As it is sent; undefined for what has no date of its own. */
  lastModified: string | undefined;
  identity: Variant;
  /** Made for the first reader who takes it, then kept. */
  gzip: (() => Variant) | null;
  br: (() => Variant) | null;
  /** Memory it takes, roughly. */
  bytes: number;
}

export interface ResponseParts {
  status: number;
  /** Without content-length, content-encoding, etag and vary, which are made here. */
  headers: readonly (readonly [string, string])[];
  body: Buffer;
  compress?: boolean;
}

const worthCompressing = 600;
/** Longer bodies are compressed beforehand and off the main thread, which has other readers to answer. */
const longBody = 128 * 1024;
const headerBytes = 1500;
const gzipOptions = { level: 6 };
/** Half the time of the next quality for one byte more in twelve: most pages of an archive are made to be read once. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Lays out headers for every encoding; each has an ETag of its own (RFC 9110, 8.8.3.3). */
export async function makeReady(parts: ResponseParts): Promise<ReadyResponse> {
  const { status, body } = parts;
  const isVaried = parts.compress !== false && body.length >= worthCompressing;
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const fields = parts.headers.flat();
  const lastModified = parts.headers.find(([name]) => name === 'last-modified')?.[1];
  const variant = (form: Buffer, encoding: string, suffix: string): Variant => {
    const etag = `"${digest}${suffix}"`;
    const common = [...fields, 'etag', etag];
    if (isVaried) common.push('vary', 'accept-encoding');
    const headers = [...common, 'content-length', String(form.length)];
    if (encoding !== '') headers.push('content-encoding', encoding);
    return { etag, body: form, headers, notModified: common };
  };
  const identity = variant(body, '', '');
  if (!isVaried)
    return { status, lastModified, identity, gzip: null, br: null, bytes: body.length + headerBytes };
  const [gzipped, brotlied] = await formsOf(body);
  return {
    status,
    lastModified,
    identity,
    gzip: once(() => variant(gzipped(), 'gzip', '-gz')),
    br: once(() => variant(brotlied(), 'br', '-br')),
    // text shrinks to a quarter; what nobody takes is counted as if it were there
    bytes: Math.ceil(body.length * 1.5) + 3 * headerBytes,
  };
}

type Form = () => Buffer;

async function formsOf(body: Buffer): Promise<[Form, Form]> {
  if (body.length < longBody)
    return [() => gzipSync(body, gzipOptions), () => brotliCompressSync(body, brotliOptions)];
  const [gzipped, brotlied] = await Promise.all([
    promisify(gzip)(body, gzipOptions),
    promisify(brotliCompress)(body, brotliOptions),
  ]);
  return [() => gzipped, () => brotlied];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Writes the response in the best encoding the reader takes, or 304 when the reader has it already. */
export function sendReady(request: IncomingMessage, response: ServerResponse, ready: ReadyResponse): void {
  // rawHeaders, because `request.headers` would first build an object of all of them
  const raw = request.rawHeaders;
  let accepted = '';
  let known = '';
  let since = '';
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] as string;
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') accepted = raw[i + 1] as string;
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') known = raw[i + 1] as string;
    else if (name.length === 17 && name.toLowerCase() === 'if-modified-since') since = raw[i + 1] as string;
  }
  const variant = chooseVariant(ready, accepted);
  // a date is only looked at when no tag was sent (RFC 9110, 13.2.2), and only the very same one is a match
  const isKnown =
    known === '' ? since !== '' && since === ready.lastModified : matchesEtag(known, variant.etag);
  if (isKnown && ready.status === 200) {
    response.writeHead(304, variant.notModified);
    response.end();
    return;
  }
  response.writeHead(ready.status, variant.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

function chooseVariant(ready: ReadyResponse, accepted: string): Variant {
  if (ready.br !== null && takes(accepted, 'br')) return ready.br();
  if (ready.gzip !== null && takes(accepted, 'gzip')) return ready.gzip();
  return ready.identity;
}

function takes(accepted: string, encoding: string): boolean {
  if (!accepted.includes(encoding)) return false;
  if (!accepted.includes('q=0')) return true;
  const asked = accepted.split(',').find((part) => part.trim().startsWith(encoding)) ?? '';
  return !/;\s*q=0(\.0+)?\s*$/.test(asked);
}

/** Weak comparison, as If-None-Match wants. */
function matchesEtag(known: string, etag: string): boolean {
  return (
    known === etag ||
    known === '*' ||
    (known.includes(etag) && known.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag))
  );
}
