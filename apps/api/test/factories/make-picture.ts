import type { Media } from '@broadsheet/types';
import sharp from 'sharp';
import type { Answer } from './send-request.ts';
import type { TestPerson } from './make-person.ts';

/** A real picture of one colour. */
const picture = (width: number, height: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } })
    .toFormat(format)
    .toBuffer();

/** A picture of which no two are alike. */
export const noise = (width: number, height: number, mean = 128): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean, sigma: 40 } },
  })
    .jpeg()
    .toBuffer();

/** Sends a file as a browser's form would. */
export function upload(
  person: TestPerson,
  file: Buffer,
  { name = 'photo.jpg', articleId }: { name?: string; articleId?: string } = {},
): Promise<Answer> {
  const form = new FormData();
  if (articleId) form.set('articleId', articleId);
  form.set('file', new Blob([new Uint8Array(file)]), name);
  return person.request('POST', '/api/media', form);
}

/** An uploaded picture with a description in every language. */
export async function makePicture(
  person: TestPerson,
  options: { width?: number; height?: number; articleId?: string } = {},
): Promise<Media> {
  const file = await picture(options.width ?? 800, options.height ?? 600);
  const made = (await upload(person, file, options)).as<Media>();
  const alt = { az: 'Qırmızı', ru: 'Красное', en: 'Red', hy: 'Կարմիր' };
  return (await person.request('PATCH', `/api/media/${made.id}`, { version: made.version, alt })).as<Media>();
}
