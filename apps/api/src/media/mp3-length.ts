import { open } from 'node:fs/promises';

/** So many bytes of sound are looked at for its bit rate. */
const lookedAt = 256 * 1024;
const kilobits = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const hertz = [44_100, 48_000, 32_000];

/** The head of a piece of sound (ISO/IEC 11172-3, layer III). */
interface Frame {
  kilobits: number;
  /** Samples in it, and of these in a second. */
  samples: number;
  rate: number;
  /** In bytes, with its head. */
  length: number;
  /** Where the first frame may hold a table of the whole. */
  table: number;
}

/** How long an MP3 plays, in whole seconds; null where it does not say and has no even bit rate. */
export async function mp3Length(path: string): Promise<number | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(10);
    await file.read(head, 0, 10, 0);
    const from = wordsLength(head);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, from);
    const seconds = lengthOf(buffer.subarray(0, bytesRead), size - from);
    return seconds !== null && seconds >= 1 && seconds < 24 * 60 * 60 ? Math.round(seconds) : null;
  } finally {
    await file.close();
  }
}

/** How many bytes of words (ID3v2) stand before the sound. Their length has seven bits in each byte. */
function wordsLength(head: Buffer): number {
  if (head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head.readUInt8(at) & 127), 0);
  return 10 + length + (head.readUInt8(5) & 0x10 ? 10 : 0);
}

function lengthOf(sound: Buffer, bytes: number): number | null {
  const begin = sound.findIndex((_byte, at) => frameAt(sound, at) !== null);
  const first = frameAt(sound, begin);
  if (!first) return null;
  const frames = framesIn(sound, begin + first.table) ?? framesIn(sound, begin + 36);
  if (frames !== null) return (frames * first.samples) / first.rate;
  for (let at = begin; at + 4 <= sound.length;) {
    const frame = frameAt(sound, at);
    if (!frame) break;
    if (frame.kilobits !== first.kilobits) return null;
    at += frame.length;
  }
  return ((bytes - begin) * 8) / (first.kilobits * 1000);
}

/** The number of all frames, which encoders write into the first one when they change the bit rate. */
function framesIn(sound: Buffer, at: number): number | null {
  if (at + 18 > sound.length) return null;
  const name = sound.toString('latin1', at, at + 4);
  if (name === 'VBRI') return sound.readUInt32BE(at + 14);
  const isKnown = (name === 'Xing' || name === 'Info') && (sound.readUInt32BE(at + 4) & 1) === 1;
  return isKnown ? sound.readUInt32BE(at + 8) : null;
}

function frameAt(sound: Buffer, at: number): Frame | null {
  if (at < 0 || at + 4 > sound.length) return null;
  const head = sound.readUInt32BE(at);
  const version = (head >>> 19) & 3;
  // synchronised, of a version that exists, layer III
  if (head >>> 21 !== 0x7ff || version === 1 || ((head >>> 17) & 3) !== 1) return null;
  const isFirst = version === 3;
  const rate = (hertz[(head >>> 10) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  const bits = (isFirst ? kilobits.first : kilobits.later)[(head >>> 12) & 15] ?? 0;
  if (rate === 0 || bits === 0) return null;
  const isMono = ((head >>> 6) & 3) === 3;
  const samples = isFirst ? 1152 : 576;
  return {
    kilobits: bits,
    samples,
    rate,
    length: Math.floor((samples / 8) * ((bits * 1000) / rate)) + ((head >>> 9) & 1),
    table: 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17),
  };
}
