import { mediaMaxPixels } from '@broadsheet/types';
import sharp from 'sharp';
import { DomainError } from '../common/domain-error.ts';
import { embeddedWords, type EmbeddedWords } from './embedded-words.ts';
import { pictureType, type PictureType } from './picture-type.ts';

// one picture at a time and one thread for each: a newsroom server has other work to do
sharp.concurrency(1);
sharp.cache(false);

export interface InspectedPicture {
  mimeType: PictureType;
  /** After EXIF orientation. */
  width: number;
  height: number;
  words: EmbeddedWords;
}

/**
 * Looks at a file's content and decodes it once, so that what is kept can be shown.
 * @throws DomainError MEDIA_TYPE_REFUSED, MEDIA_TOO_LARGE (pixels), MEDIA_BROKEN
 */
export async function inspectPicture(path: string, beginning: Buffer): Promise<InspectedPicture> {
  const mimeType = pictureType(beginning);
  if (!mimeType)
    throw new DomainError(
      'MEDIA_TYPE_REFUSED',
      'This file is no picture that can be shown. Nothing was kept; send JPEG, PNG, WebP, AVIF or GIF.',
    );
  try {
    const picture = sharp(path, { limitInputPixels: mediaMaxPixels, failOn: 'error' });
    const { autoOrient, exif, iptc, xmp } = await picture.metadata();
    if (autoOrient.width * autoOrient.height > mediaMaxPixels) throw tooManyPixels();
    await picture.resize(32, 32, { fit: 'fill' }).raw().toBuffer();
    return {
      mimeType,
      width: autoOrient.width,
      height: autoOrient.height,
      words: embeddedWords({ exif, iptc, xmp }),
    };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (/pixel limit/i.test(String(error))) throw tooManyPixels();
    throw new DomainError(
      'MEDIA_BROKEN',
      'This picture is damaged and cannot be read to its end. Nothing was kept; export it once more and send that.',
    );
  }
}

const tooManyPixels = () =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    `This picture has more than ${mediaMaxPixels / 1_000_000} million pixels. Nothing was kept; make it smaller first.`,
  );
