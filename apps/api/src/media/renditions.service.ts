import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  cropRatios,
  crops,
  mediaMaxPixels,
  renditionFormats,
  renditionWidths,
  type Crop,
} from '@broadsheet/types';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { notFound } from '../common/changed-meanwhile.ts';
import { ENV, type Env } from '../env.ts';
import { cropRectangle, type Cut } from './crop-rectangle.ts';
import type { CropSource } from './crop-source.ts';
import { IncomingFiles } from './incoming-files.ts';
import { MEDIA_STORE, type LocalCopy, type MediaStore } from './media-store.ts';
import { PictureProcess } from './picture-process.ts';

export type RenditionFormat = (typeof renditionFormats)[number];

/** A file that is made from one crop of a picture. */
export interface Wanted {
  source: CropSource;
  width: number;
  format: RenditionFormat;
}

const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** A file made from a picture, open to be sent. */
export interface Rendition {
  type: (typeof types)[RenditionFormat];
  bytes: number;
  stream: Readable;
}

/** Milliseconds for one file: somebody waits for it, or nobody does. */
const [patience, leisure] = [60_000, 300_000];
/** As of `nice`: what nobody waits for comes after typing, pages and the database. */
const least = 19;

/** The file name of an address, `640.webp`, or null when no such rendition is ever made. */
export function readRenditionName(name: string): { width: number; format: RenditionFormat } | null {
  const [, digits, extension] = /^(\d{3,4})\.(avif|webp|jpg)$/.exec(name) ?? [];
  const width = renditionWidths.find((each) => String(each) === digits);
  const format = renditionFormats.find((each) => each === extension);
  return width && format ? { width, format } : null;
}

export const isCrop = (text: string): text is Crop => (crops as readonly string[]).includes(text);

/** The widest that a crop can be cut without making it larger. */
export const widthOfCrop = (source: CropSource): number =>
  source.crop === 'file' ? 0 : cropRectangle(source.width, source.height, source.crop, cutOf(source)).width;

/** Cuts and shrinks pictures, each file once, and keeps them beside the original. */
@Injectable()
export class Renditions implements OnModuleDestroy {
  private readonly incoming: IncomingFiles;
  /** What each process is at. */
  private readonly making = new Map<PictureProcess, Map<string, Promise<void>>>();
  private readonly asked = new PictureProcess(0, patience);
  private readonly ahead = new PictureProcess(least, leisure);

  constructor(
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
    @Inject(ENV) env: Env,
  ) {
    this.incoming = new IncomingFiles(env.DATA_DIR);
  }

  onModuleDestroy(): void {
    this.asked.end();
    this.ahead.end();
  }

  /** Never wider than the crop itself: what is asked for wider comes in the crop's own width. */
  async open(source: CropSource, width: number, format: RenditionFormat): Promise<Rendition> {
    const wanted = { source, width, format };
    const key = nameOf(wanted);
    let stored = await this.store.open(key);
    if (!stored) {
      await this.makeOnce(wanted, this.asked, () => this.store.toLocal(originalOf(source)));
      stored = await this.store.open(key);
    }
    if (!stored) throw notFound('picture');
    return { type: types[format], bytes: stored.size, stream: stored.stream };
  }

  /** Makes what is not made yet, one after the other, behind everything else that the machine does. */
  async makeAhead(wanted: readonly Wanted[]): Promise<void> {
    let original: LocalCopy | null = null;
    try {
      for (const each of wanted) {
        if (await this.store.has(nameOf(each))) continue;
        const copy = (original ??= await this.store.toLocal(originalOf(each.source)));
        await this.makeOnce(each, this.ahead, () =>
          Promise.resolve({ path: copy.path, release: () => Promise.resolve() }),
        );
      }
    } finally {
      await (original as LocalCopy | null)?.release();
    }
  }

  /**
   * One making at a time for each file: whoever asks meanwhile waits for the same. Only somebody who waits does not
   * wait for what is made ahead, because that comes after everything else on a busy machine.
   */
  private makeOnce(wanted: Wanted, by: PictureProcess, original: () => Promise<LocalCopy>): Promise<void> {
    const key = nameOf(wanted);
    const making = this.making.get(by) ?? new Map<string, Promise<void>>();
    this.making.set(by, making);
    const underWay = this.making.get(this.asked)?.get(key) ?? making.get(key);
    if (underWay) return underWay;
    const made = this.make(key, wanted, by, original).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  private async make(
    key: string,
    { source, width, format }: Wanted,
    by: PictureProcess,
    original: () => Promise<LocalCopy>,
  ): Promise<void> {
    if (source.crop === 'file') throw notFound('picture');
    const part = cropRectangle(source.width, source.height, source.crop, cutOf(source));
    const to = await this.incoming.newPath();
    const copy = await original();
    try {
      await by.run({
        do: 'cut',
        path: copy.path,
        to,
        limitInputPixels: mediaMaxPixels,
        part,
        ...sizeOf(source.crop, Math.min(width, part.width)),
        format,
        rights: rightsOf(source),
      });
      await this.store.put(key, to, types[format]);
    } finally {
      await copy.release();
      await rm(to, { force: true });
    }
  }
}

const cutOf = ({ focalX: x, focalY: y, box }: CropSource): Cut => ({ focal: { x, y }, box });
const originalOf = ({ mediaId, file }: CropSource) => `${mediaId}/${file}`;
const nameOf = ({ source, width, format }: Wanted) => `${source.mediaId}/${source.key}-${width}.${format}`;

/** The height follows from the shape, not from a cut that was rounded to whole pixels. */
const sizeOf = (crop: Crop, width: number) => ({
  width,
  height: crop === 'full' ? null : Math.max(1, Math.round(width / cropRatios[crop])),
});

/** Whose it is stays in the file wherever it goes; where it was taken never does. */
const rightsOf = ({ creator, credit, copyright }: CropSource) => ({
  creator: creator || credit,
  copyright,
});
