import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mp3 } from '../../test/factories/make-recording.ts';
import { mp3Length } from './mp3-length.ts';

/** A frame of 128 or 64 kilobits a second, 44,100 samples of two channels: a 38th of a second. */
const frame = (bits: 128 | 64 = 128, inside = ''): Buffer => {
  const bytes = Buffer.alloc(bits === 128 ? 417 : 208);
  bytes.writeUInt32BE(bits === 128 ? 0xfffb9000 : 0xfffb5000);
  bytes.write(inside, 36, 'latin1');
  return bytes;
};
const many = (count: number, of: Buffer) => Array.from({ length: count }, () => of);
const words = Buffer.from('ID3\x04\0\0\0\0\x02\0', 'latin1');

describe('the length of an MP3', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp3-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const lengthOf = (...parts: Buffer[]) => {
    const path = join(folder, 'sound.mp3');
    writeFileSync(path, Buffer.concat(parts));
    return mp3Length(path);
  };

  it('follows from an even bit rate, whatever words stand before the sound', async () => {
    expect(await lengthOf(...many(383, frame()))).toBe(10);
    expect(await lengthOf(words, Buffer.alloc(256, 0xff), ...many(383, frame()))).toBe(10);
  });

  it('is what an encoder says that changes its bit rate', async () => {
    expect(await lengthOf(frame(128, 'Xing\0\0\0\x01\0\0\x0e\xf6'), ...many(20, frame(64)))).toBe(100);
  });

  it('is nobody’s guess where the bit rate changes and nothing is said, or where there is no sound', async () => {
    expect(await lengthOf(...many(200, frame()), ...many(200, frame(64)))).toBeNull();
    expect(await lengthOf(mp3())).toBeNull();
    expect(await lengthOf(Buffer.alloc(3))).toBeNull();
  });
});
