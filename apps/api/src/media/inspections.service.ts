import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mediaMaxBytesOf, mediaMaxPixels, type MediaKind } from '@broadsheet/types';
import { open, rename } from 'node:fs/promises';
import { DomainError } from '../common/domain-error.ts';
import { toDomainError } from '../common/to-domain-error.ts';
import { embeddedWords, type EmbeddedWords } from './embedded-words.ts';
import { fileType, fileTypes, type FileType } from './file-type.ts';
import type { ReceivedFile } from './incoming-files.ts';
import { mp3Length } from './mp3-length.ts';
import { PictureProcess, PictureProcessEnded } from './picture-process.ts';
import type { PictureAnswer, PictureTask } from './picture-tasks.ts';
import { readRecording } from './recordings.ts';

/** What a file is, as far as its content tells. */
export interface InspectedFile {
  kind: MediaKind;
  mimeType: FileType;
  /** After EXIF orientation; 0 for what is not seen. */
  width: number;
  height: number;
  tint: string | null;
  duration: number | null;
  words: EmbeddedWords;
}

/** Milliseconds in which a picture must have been read. */
const patience = 30_000;

/** Looks at what comes in: the one set of checks for every way in (S5). */
@Injectable()
export class Inspections implements OnModuleDestroy {
  private readonly pictures = new PictureProcess(5, patience);

  onModuleDestroy(): void {
    this.pictures.end();
  }

  /**
   * Looks at a file's content. A drawing becomes pixels, and a recording loses its place, in the file itself.
   * @throws DomainError MEDIA_TYPE_REFUSED, MEDIA_TOO_LARGE (bytes or pixels), MEDIA_BROKEN, MEDIA_EMPTY
   */
  async look(received: ReceivedFile, only?: MediaKind): Promise<InspectedFile> {
    if (received.bytes === 0) throw empty();
    const mimeType = fileType(received.beginning);
    if (!mimeType) throw refused();
    const kind: MediaKind = fileTypes[mimeType];
    if (only && kind !== only) throw refused();
    if (received.bytes > mediaMaxBytesOf[kind]) throw tooLarge(kind);
    if (kind === 'picture') return this.picture(received.path, mimeType);
    const unseen = { width: 0, height: 0, tint: null, duration: null };
    const plain = { kind, mimeType, ...unseen, words: embeddedWords({}) };
    if (kind === 'video') return { ...plain, ...(await this.video(received.path)) };
    if (kind === 'audio') return { ...plain, duration: await mp3Length(received.path) };
    if (kind === 'document' && !(await endsLikePdf(received))) throw broken('document');
    return plain;
  }

  private async picture(path: string, mimeType: FileType): Promise<InspectedFile> {
    const isDrawing = mimeType === 'image/svg+xml';
    const drawn = `${path}.drawn`;
    const answer = await this.decode(
      isDrawing
        ? { do: 'rasterise', path, to: drawn, limitInputPixels: mediaMaxPixels }
        : { do: 'inspect', path, limitInputPixels: mediaMaxPixels },
      mimeType,
    );
    if (isDrawing) await rename(drawn, path);
    return {
      kind: 'picture',
      mimeType: isDrawing ? 'image/png' : mimeType,
      width: answer.width,
      height: answer.height,
      tint: answer.tint,
      duration: answer.duration,
      words: answer.words ?? embeddedWords({}),
    };
  }

  private async decode(task: PictureTask, mimeType: FileType): Promise<PictureAnswer> {
    try {
      return await this.pictures.run(task);
    } catch (error) {
      const known = toDomainError(error);
      if (known) throw known;
      if (error instanceof PictureProcessEnded) throw tooHard();
      if (/pixel limit/i.test(String(error))) throw tooManyPixels();
      throw mimeType === 'image/heic' ? heicUnreadable() : broken('picture');
    }
  }

  private async video(path: string) {
    try {
      const { width, height, duration, hasPlace } = await readRecording(path);
      return { width, height, duration, words: { ...embeddedWords({}), hasPlace } };
    } catch (error) {
      throw toDomainError(error) ?? broken('recording');
    }
  }
}

const tail = 2048;

/** A PDF names its end; nothing else of it is read here, and it is never shown in a page of ours. */
async function endsLikePdf({ path, bytes }: ReceivedFile): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const length = Math.min(bytes, tail);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, bytes - length);
    return buffer.includes('%%EOF');
  } finally {
    await file.close();
  }
}

export const empty = () =>
  new DomainError(
    'MEDIA_EMPTY',
    'This file is empty: there is not one byte in it. Nothing was kept; look at it where it comes from and send it again.',
  );

const refused = () =>
  new DomainError(
    'MEDIA_TYPE_REFUSED',
    'This kind of file is not taken in. Nothing was kept; send JPEG, PNG, WebP, AVIF, GIF, SVG, MP4, MP3 or PDF.',
  );

const heicUnreadable = () =>
  new DomainError(
    'MEDIA_TYPE_REFUSED',
    'This server cannot read HEIC pictures. Nothing was kept; export it as JPEG and send that.',
    [{ path: 'file', message: 'Send it as JPEG.', reason: 'format_unreadable' }],
  );

const broken = (what: 'picture' | 'recording' | 'document') =>
  new DomainError(
    'MEDIA_BROKEN',
    `This ${what} is damaged and cannot be read to its end. Nothing was kept; export it once more and send that.`,
  );

const tooHard = () =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    'This picture takes more time or memory to read than the server gives one. Nothing was kept; export it smaller and send that.',
  );

const tooManyPixels = () =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    `This picture has more than ${mediaMaxPixels / 1_000_000} million pixels. Nothing was kept; make it smaller first.`,
  );

export const tooLarge = (kind: MediaKind) =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    `This file is larger than ${mediaMaxBytesOf[kind] / 1024 / 1024} MB. Nothing was kept; make it smaller first.`,
  );
