import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib';
import type { PackedText } from './packed-text.ts';

export type Encoding = 'gzip' | 'br' | 'zstd';

/** Longer bodies are compressed off the main thread from the first, which has other readers to answer. */
export const longBody = 128 * 1024;

const brotli = (quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    // a window for 256 kB: the usual one, for 4 MB, costs more to set up than a page to pack
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
});

const zstd = (level: number) => ({
  params: {
    [constants.ZSTD_c_compressionLevel]: level,
    // a window for 128 kB, for the same reason
    [constants.ZSTD_c_windowLog]: 17,
  },
});

const quickly: Record<Encoding, (body: Buffer) => Buffer> = {
  gzip: (body) => gzipSync(body, { level: 3 }),
  br: (body) => brotliCompressSync(body, brotli(3)),
  zstd: (body) => zstdCompressSync(body, { ...zstd(1), pledgedSrcSize: body.length }),
};

const well: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
  br: (body) => promisify(brotliCompress)(body, brotli(6)),
  zstd: (body) => promisify(zstdCompress)(body, zstd(12)),
};

/** In memory of its own: what zlib gives is a part of 16 kB that would all be kept. */
function alone(form: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(form.length);
  form.copy(copy);
  return copy;
}

/**
 * One encoding of a body. Most pages of an archive are made to be read once: the first reader gets what is quick to
 * make; for the second one it is made small, once, off the main thread, and from then on everybody gets that.
 */
export class EncodedForm<Made> {
  readonly #encoding: Encoding;
  readonly #text: PackedText;
  readonly #layOut: (form: Buffer, isQuick: boolean) => Made;
  #made: Made | undefined;
  #takes = 0;
  #isImproving = false;
  #isSmall = false;

  constructor(encoding: Encoding, text: PackedText, layOut: (form: Buffer, isQuick: boolean) => Made) {
    this.#encoding = encoding;
    this.#text = text;
    this.#layOut = layOut;
  }

  /** Whether the small form is there. */
  get isSmall(): boolean {
    return this.#isSmall;
  }

  /** @param better the encoding that the second reader's taking of this one is to make small */
  take(better: EncodedForm<Made> = this): Made {
    if (this.#takes < 2 && ++this.#takes === 2)
      better.improve().then(
        () => {
          if (better !== this) this.#made = undefined;
        },
        () => undefined,
      );
    return this.makeQuickly();
  }

  /** The form that there is, else the quick one. */
  makeQuickly(): Made {
    return (this.#made ??= this.#keep(quickly[this.#encoding](this.#text.plain), true));
  }

  /** Makes the small form, which replaces the quick one. */
  async improve(): Promise<void> {
    if (this.#isImproving) return;
    this.#isImproving = true;
    this.#takes = 2;
    this.#made = this.#keep(await well[this.#encoding](this.#text.plain), false);
    this.#isSmall = true;
  }

  #keep(packed: Buffer, isQuick: boolean): Made {
    const form = alone(packed);
    this.#text.packedAs(this.#encoding, form);
    return this.#layOut(form, isQuick);
  }
}
