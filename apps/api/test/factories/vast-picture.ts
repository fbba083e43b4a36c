import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A white PNG of one bit a pixel, written without a canvas: of a hundred megapixels it is 20 kB. */
export function vastPicture(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  const line = Buffer.alloc(1 + Math.ceil(width / 8), 0xff).fill(0, 0, 1);
  const lines = Buffer.alloc(line.length * height, line);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** PNG (ISO/IEC 15948), 5.3: length, type, data, and the CRC of the last two. */
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Pictures of some bytes whose heads say that they have a hundred megapixels: a decoder would make room for all. */
export const vastHeads = {
  gif: (): Promise<Buffer> => {
    const said = Buffer.from('47494638396100000000800000000000ffffff2c00000000000000000002024c01003b', 'hex');
    for (const at of [6, 8, 24, 26]) said.writeUInt16LE(10_000, at);
    return Promise.resolve(said);
  },
  webp: async (): Promise<Buffer> => {
    const said = await dot().webp({ lossless: true }).toBuffer();
    const size = said.indexOf('VP8L') + 9;
    // two fields of 14 bits, each less one; then what else the head says
    said.writeUInt32LE(((said.readUInt32LE(size) & 0xf0000000) | 9999 | (9999 << 14)) >>> 0, size);
    return said;
  },
  avif: async (): Promise<Buffer> => {
    const said = await dot().avif().toBuffer();
    const size = said.indexOf('ispe') + 8;
    said.writeUInt32BE(10_000, size);
    said.writeUInt32BE(10_000, size + 4);
    return said;
  },
};

const dot = () => sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
