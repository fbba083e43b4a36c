import type { FastifyReply } from 'fastify';
import { notFound } from '../common/changed-meanwhile.ts';
import type { ByteRange, MediaStore } from './media-store.ts';

/** A stored file as it is sent. */
export interface SentFile {
  /** In the store. */
  key: string;
  type: string;
  filename: string;
  etag: string;
  cacheControl: string;
  /** Shown in place only where that is safe: recordings. Everything else is saved by the browser. */
  inline: boolean;
}

/** A single range of RFC 9110; null for none, and 'none' for one that cannot be met. */
function readRange(header: string | undefined, size: number): ByteRange | null | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'none' : { start, end };
}

/** Sends a recording or a document, whole or in part. No script of it could run here (S4). */
export async function sendFile(store: MediaStore, reply: FastifyReply, file: SentFile): Promise<void> {
  const found = await store.open(file.key, { start: 0, end: 0 });
  if (!found) throw notFound('file');
  found.stream.destroy();
  void reply
    .header('etag', file.etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', file.cacheControl)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff');
  const { headers } = reply.request;
  if (headers['if-none-match'] === file.etag) return void (await reply.status(304).send());
  const isStale = headers['if-range'] !== undefined && headers['if-range'] !== file.etag;
  const range = isStale ? null : readRange(headers.range, found.size);
  if (range === 'none')
    return void (await reply.status(416).header('content-range', `bytes */${found.size}`).send());
  void reply
    .header('content-type', file.type)
    .header('content-disposition', disposition(file))
    .header('content-length', range ? range.end - range.start + 1 : found.size);
  if (range)
    void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${found.size}`);
  const opened = reply.request.method === 'HEAD' ? null : await store.open(file.key, range ?? undefined);
  await reply.send(opened?.stream);
}

/** RFC 6266: a name in ASCII for old programs, and as it is for the others. */
function disposition({ inline, filename }: SentFile): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(filename).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
