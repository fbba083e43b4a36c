import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** One encoding of a response, with every header it is sent with, as the flat list that node:http takes. */
export interface Variant {
  etag: string;
  body: Buffer;
  headers: string[];
  notModified: string[];
}

/** A response that only has to be written: nothing is computed when it is sent. */
export interface ReadyResponse {
  status: number;
  identity: Variant;
  gzip: Variant | null;
  br: Variant | null;
  /** Memory it takes, roughly. */
  bytes: number;
}

export interface ResponseParts {
  status: number;
  /** Without content-length, content-encoding, etag and vary, which are made here. */
  headers: readonly (readonly [string, string])[];
  body: Buffer;
  /** Compressed forms that exist already; none are made when `compress` is false. */
  gzip?: Buffer;
  br?: Buffer;
  compress?: boolean;
}

const worthCompressing = 600;
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses once and lays out headers for every encoding; each has an ETag of its own (RFC 9110, 8.8.3.3). */
export async function makeReady(parts: ResponseParts): Promise<ReadyResponse> {
  const { status, body } = parts;
  const [gzipped, brotlied] = await compressedForms(parts);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const isVaried = gzipped !== null || brotlied !== null;
  const variant = (form: Buffer, encoding: string, suffix: string): Variant => {
    const etag = `"${digest}${suffix}"`;
    const common = [...parts.headers.flat(), 'etag', etag];
    if (isVaried) common.push('vary', 'accept-encoding');
    const headers = [...common, 'content-length', String(form.length)];
    if (encoding !== '') headers.push('content-encoding', encoding);
    return { etag, body: form, headers, notModified: common };
  };
  const ready = {
    status,
    identity: variant(body, '', ''),
    gzip: gzipped && variant(gzipped, 'gzip', '-gz'),
    br: brotlied && variant(brotlied, 'br', '-br'),
  };
  const forms = [ready.identity, ready.gzip, ready.br];
  return { ...ready, bytes: forms.reduce((sum, form) => sum + (form ? form.body.length + 1500 : 0), 0) };
}

async function compressedForms(parts: ResponseParts): Promise<[Buffer | null, Buffer | null]> {
  if (parts.gzip || parts.br) return [parts.gzip ?? null, parts.br ?? null];
  if (parts.compress === false || parts.body.length < worthCompressing) return [null, null];
  return Promise.all([compressGzip(parts.body, { level: 6 }), compressBrotli(parts.body, brotliOptions)]);
}

/** Writes the response in the best encoding the reader takes, or 304 when the reader has it already. */
export function sendReady(request: IncomingMessage, response: ServerResponse, ready: ReadyResponse): void {
  // rawHeaders, because `request.headers` would first build an object of all of them
  const raw = request.rawHeaders;
  let accepted = '';
  let known = '';
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] as string;
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') accepted = raw[i + 1] as string;
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') known = raw[i + 1] as string;
  }
  const variant = chooseVariant(ready, accepted);
  if (known !== '' && ready.status === 200 && matchesEtag(known, variant.etag)) {
    response.writeHead(304, variant.notModified);
    response.end();
    return;
  }
  response.writeHead(ready.status, variant.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

function chooseVariant(ready: ReadyResponse, accepted: string): Variant {
  if (ready.br !== null && takes(accepted, 'br')) return ready.br;
  if (ready.gzip !== null && takes(accepted, 'gzip')) return ready.gzip;
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
