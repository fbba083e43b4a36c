import type { FastifyReply } from 'fastify';
import { notFound } from '../common/changed-meanwhile.ts';
import type { CropSource } from './crop-source.ts';
import type { MediaStore } from './media-store.ts';
import { sendFile } from './send-file.ts';

const endings: Record<string, string> = { 'video/mp4': 'file.mp4', 'audio/mpeg': 'file.mp3' };

/** Sends a recording that readers may play, whole or in part. @throws DomainError NOT_FOUND */
export async function sendRecording(
  store: MediaStore,
  reply: FastifyReply,
  find: () => Promise<CropSource>,
  name: string,
  cacheControl: string,
): Promise<void> {
  const { key, crop, mediaId, file, mimeType, filename } = await find();
  if (crop !== 'file' || endings[mimeType] !== name) throw notFound('recording');
  await sendFile(store, reply, {
    key: `${mediaId}/${file}`,
    type: mimeType,
    filename,
    etag: `"${key}"`,
    cacheControl,
    inline: true,
  });
}
