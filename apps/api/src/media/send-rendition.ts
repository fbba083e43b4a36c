import type { FastifyReply } from 'fastify';
import { notFound } from '../common/changed-meanwhile.ts';
import type { CropSource } from './crop-source.ts';
import { readRenditionName, type Renditions } from './renditions.service.ts';

/** Sends one file of a crop. @throws DomainError NOT_FOUND for widths and formats that are never made */
export async function sendRendition(
  renditions: Renditions,
  reply: FastifyReply,
  find: () => Promise<CropSource>,
  file: string,
  cacheControl: string,
): Promise<void> {
  const wanted = readRenditionName(file);
  if (!wanted) throw notFound('picture');
  const source = await find();
  if (source.crop === 'file') throw notFound('picture');
  const etag = `"${source.key}-${file}"`;
  void reply.header('etag', etag).header('cache-control', cacheControl);
  if (reply.request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
  const { type, bytes, stream } = await renditions.open(source, wanted.width, wanted.format);
  await reply.header('content-type', type).header('content-length', bytes).send(stream);
}
