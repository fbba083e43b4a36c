import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Encoding } from './encoded-form.ts';

const unpack: Record<Encoding, (form: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/**
 * A text that is held plain only until a form of it is packed for a reader, which is a fifth as long. From then on the
 * plain one is unpacked from the latest form, for each who asks.
 */
export class PackedText {
  /** In bytes, when it is plain. */
  readonly length: number;
  #plain: Buffer | null;
  #form: Buffer | null = null;
  #encoding: Encoding = 'zstd';

  constructor(plain: Buffer) {
    this.#plain = plain;
    this.length = plain.length;
  }

  get plain(): Buffer {
    if (this.#plain !== null) return this.#plain;
    return unpack[this.#encoding](this.#form as Buffer);
  }

  get isPacked(): boolean {
    return this.#plain === null;
  }

  /** Keeps this form in the place of what was held before. */
  packedAs(encoding: Encoding, form: Buffer): void {
    this.#plain = null;
    this.#form = form;
    this.#encoding = encoding;
  }
}
