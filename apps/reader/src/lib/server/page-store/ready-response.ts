import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EncodedForm, longBody, type Encoding } from './encoded-form.ts';
import type { FileDate } from './file-dates.ts';
import { PackedText } from './packed-text.ts';
import { ReadyHead } from './ready-head.ts';

/** One encoding of a response, with every header it is sent with. */
export interface Variant {
  etag: string;
  /** Tags of the same text packed otherwise, which a reader may hold as well. */
  sameAs: readonly string[];
  readonly body: Buffer;
  head: ReadyHead;
  notModified: ReadyHead;
}

/** A response that only has to be written: all that is ever computed when it is sent is an encoding nobody took yet. */
export interface ReadyResponse {
  status: number;
  /** Since when it is as it is; undefined for what has no date. */
  date: FileDate | undefined;
  identity: Variant;
  /** Made for the first reader who takes it, made small for the second, then kept. */
  gzip: EncodedForm<Variant> | null;
  br: EncodedForm<Variant> | null;
  /** For the first readers who take it: as small as brotli's quick form in a third of the time. */
  zstd: EncodedForm<Variant> | null;
  /** Memory it takes, roughly, once it is packed. */
  bytes: number;
  /** Lets go of the plain text, for the sake of memory, when no reader has taken a form that is packed. */
  pack: () => void;
}

export interface ResponseParts {
  status: number;
  /** Without content-length, content-encoding, etag, last-modified and vary, which are made here. */
  headers: readonly (readonly [string, string])[];
  body: Buffer;
  compress?: boolean;
  /** For what has a date: since when the body with this digest is what it is. */
  dateOf?: (digest: string) => FileDate;
}

/** Milliseconds that a connection may be silent. */
export const silence = 65_000;
/** Told to readers here, because the server keeps no timer of its own for it. */
const keepAlive = `timeout=${String(silence / 1000)}`;
const worthCompressing = 600;
const headerBytes = 1500;
/** Of the quick form and of the small one. */
const suffixes = { gzip: ['-gz0', '-gz'], br: ['-br0', '-br'], zstd: ['-zs0', '-zs'] } as const;
/** A reader may hold any of these when one of them is what is sent. */
const alike = {
  gzip: suffixes.gzip,
  br: [...suffixes.br, ...suffixes.zstd],
  zstd: [...suffixes.zstd, ...suffixes.br],
};

/** Lays out headers for every encoding; each form has an ETag of its own (RFC 9110, 8.8.3.3). */
export async function makeReady(parts: ResponseParts): Promise<ReadyResponse> {
  const { status, body } = parts;
  const isVaried = parts.compress !== false && body.length >= worthCompressing;
  const digest = hash('sha256', body, 'base64url').slice(0, 22);
  const date = parts.dateOf?.(digest);
  const fields = parts.headers.flat();
  if (date) fields.push('last-modified', date.text);
  const text = new PackedText(body);
  const variant = (form: Buffer | PackedText, encoding: Encoding | null, suffix = ''): Variant => {
    const etag = `"${digest}${suffix}"`;
    const sameAs = encoding === null ? [] : alike[encoding].map((each) => `"${digest}${each}"`);
    const common = [...fields, 'keep-alive', keepAlive, 'etag', etag];
    if (isVaried) common.push('vary', 'accept-encoding');
    const headers = [...common, 'content-length', String(form.length)];
    if (encoding !== null) headers.push('content-encoding', encoding);
    const head = new ReadyHead(status, headers);
    return {
      etag,
      sameAs,
      get body() {
        return form instanceof PackedText ? form.plain : form;
      },
      head,
      notModified: new ReadyHead(304, common),
    };
  };
  const identity = variant(text, null);
  if (!isVaried)
    return {
      status,
      date,
      identity,
      gzip: null,
      br: null,
      zstd: null,
      bytes: body.length + headerBytes,
      pack: () => undefined,
    };
  const packed = (encoding: Encoding) =>
    new EncodedForm(encoding, text, (form, isQuick) =>
      variant(form, encoding, suffixes[encoding][isQuick ? 0 : 1]),
    );
  const forms = { gzip: packed('gzip'), br: packed('br'), zstd: packed('zstd') };
  if (body.length >= longBody) await Promise.all([forms.gzip.improve(), forms.br.improve()]);
  return {
    status,
    date,
    identity,
    ...forms,
    // text shrinks to a quarter; what nobody takes is counted as if it were there
    bytes: Math.ceil(body.length / 2) + 3 * headerBytes,
    pack: () => {
      if (!text.isPacked) forms.zstd.makeQuickly();
    },
  };
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
  const isKnown = known === '' ? matchesDate(since, ready.date) : matchesEtag(known, variant);
  if (isKnown && ready.status === 200) {
    variant.notModified.put(response);
    response.end();
    return;
  }
  variant.head.put(response);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

function chooseVariant(ready: ReadyResponse, accepted: string): Variant {
  const { br, gzip, zstd } = ready;
  if (br !== null && takes(accepted, 'br'))
    return zstd !== null && !br.isSmall && takes(accepted, 'zstd') ? zstd.take(br) : br.take();
  if (gzip !== null && takes(accepted, 'gzip')) return gzip.take();
  return ready.identity;
}

function takes(accepted: string, encoding: string): boolean {
  if (!accepted.includes(encoding)) return false;
  if (!accepted.includes('q=0')) return true;
  const asked = accepted.split(',').find((part) => part.trim().startsWith(encoding)) ?? '';
  return !/;\s*q=0(\.0+)?\s*$/.test(asked);
}

const matchesDate = (since: string, date: FileDate | undefined): boolean =>
  date !== undefined && date.isSure && since === date.text;

/** Weak comparison, as If-None-Match wants. */
function matchesEtag(known: string, { etag, sameAs }: Variant): boolean {
  if (known === etag || known === '*') return true;
  return known.split(/\s*,\s*/).some((tag) => {
    const strong = tag.replace(/^W\//, '');
    return strong === etag || sameAs.includes(strong);
  });
}
