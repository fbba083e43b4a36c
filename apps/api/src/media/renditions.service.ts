import { Inject, Injectable } from '@nestjs/common';
import { crops, mediaMaxPixels, renditionFormats, renditionWidths, type Crop } from '@broadsheet/types';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import sharp, { type ResizeOptions, type Sharp } from 'sharp';
import { newId } from '../common/new-id.ts';
import { ENV, type Env } from '../env.ts';
import { cropRatios, cropRectangle } from './crop-rectangle.ts';
import { MediaFiles } from './media-files.ts';

/** One crop of a picture, with all that its cut depends on. */
export interface CropSource {
  key: string;
  mediaId: string;
  crop: Crop;
  focalX: number;
  focalY: number;
  width: number;
  height: number;
}

export type RenditionFormat = (typeof renditionFormats)[number];

const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** A file made from a picture, open to be sent. */
export interface Rendition {
  type: (typeof types)[RenditionFormat];
  bytes: number;
  stream: Readable;
}

/** How many pictures are cut at the same time in this process; the others wait in a row. */
const atOnce = 2;

/** The file name of an address, `640.webp`, or null when no such rendition is ever made. */
export function readRenditionName(name: string): { width: number; format: RenditionFormat } | null {
  const [, digits, extension] = /^(\d{3,4})\.(avif|webp|jpg)$/.exec(name) ?? [];
  const width = renditionWidths.find((each) => String(each) === digits);
  const format = renditionFormats.find((each) => each === extension);
  return width && format ? { width, format } : null;
}

export const isCrop = (text: string): text is Crop => (crops as readonly string[]).includes(text);

/** Somebody waits for a file the first time, so AVIF is made with little effort: a third less bytes than WebP even so. */
const encoders: Record<RenditionFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' }),
  webp: (picture) => picture.webp({ quality: 78, effort: 4 }),
  jpg: (picture) => picture.flatten({ background: 'white' }).jpeg({ quality: 80, progressive: true }),
};

/** Cuts and shrinks pictures when they are first asked for, and keeps the files. */
@Injectable()
export class Renditions {
  private readonly files: MediaFiles;
  private readonly making = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(@Inject(ENV) env: Env) {
    this.files = new MediaFiles(env.DATA_DIR);
  }

  /** Never wider than the crop itself: what is asked for wider comes in the crop's own width. */
  async open(source: CropSource, width: number, format: RenditionFormat): Promise<Rendition> {
    const path = this.files.rendition(source.mediaId, `${source.key}-${width}.${format}`);
    if ((await this.files.size(path)) === null) await this.makeOnce(path, source, width, format);
    return {
      type: types[format],
      bytes: (await this.files.size(path)) ?? 0,
      stream: this.files.read(path),
    };
  }

  /** One making at a time for each file; whoever asks meanwhile waits for the same. */
  private makeOnce(path: string, source: CropSource, width: number, format: RenditionFormat): Promise<void> {
    const underWay = this.making.get(path);
    if (underWay) return underWay;
    const made = this.inTurn(() => this.make(path, source, width, format)).finally(() =>
      this.making.delete(path),
    );
    this.making.set(path, made);
    return made;
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    if (this.busy >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    try {
      await work();
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  private async make(
    path: string,
    source: CropSource,
    width: number,
    format: RenditionFormat,
  ): Promise<void> {
    const cut = cropRectangle(source.width, source.height, source.crop, {
      x: source.focalX,
      y: source.focalY,
    });
    const picture = sharp(this.files.original(source.mediaId), { limitInputPixels: mediaMaxPixels })
      .autoOrient()
      .extract(cut)
      .resize(sizeOf(source.crop, Math.min(width, cut.width)));
    const unfinished = `${path}.${newId()}`;
    try {
      await encoders[format](picture).toFile(unfinished);
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }
}

/** The height follows from the shape, not from a cut that was rounded to whole pixels. */
function sizeOf(crop: Crop, width: number): ResizeOptions {
  if (crop === 'full') return { width };
  return { width, height: Math.max(1, Math.round(width / cropRatios[crop])), fit: 'fill' };
}
