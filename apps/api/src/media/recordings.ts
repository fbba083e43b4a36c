import { open, type FileHandle } from 'node:fs/promises';

/** What an MP4 says of itself. */
export interface Recording {
  /** In pixels; 0 without a picture. */
  width: number;
  height: number;
  /** In seconds; null where it does not say. */
  duration: number | null;
  hasPlace: boolean;
}

/** The index of a recording is read into memory; one larger than this is no recording for a page (S6). */
const longestIndex = 32 * 1024 * 1024;
const manyBoxes = 10_000;

interface Box {
  type: string;
  /** Of its content. */
  start: number;
  end: number;
}

/**
 * Reads the index of an MP4 (ISO/IEC 14496-12) and blanks, in the file itself, what cameras write about the place and
 * the owner (`udta`, `meta`): boxes become free space, so that nothing moves.
 * @throws Error when there is no index
 */
export async function readRecording(path: string): Promise<Recording> {
  const file = await open(path, 'r+');
  try {
    const found = await indexOf(file);
    if (!found) throw new Error('A recording without an index');
    const { at, index } = found;
    const recording = { width: 0, height: 0, duration: null, hasPlace: false } as Recording;
    for (const box of boxesIn(index, 0, index.length)) readBox(index, box, recording);
    if (recording.hasPlace) await file.write(index, 0, index.length, at);
    return recording;
  } finally {
    await file.close();
  }
}

/** The content of `moov` and where it lies. */
async function indexOf(file: FileHandle): Promise<{ at: number; index: Buffer } | null> {
  const { size } = await file.stat();
  const head = Buffer.alloc(16);
  let at = 0;
  for (let seen = 0; at + 8 <= size && seen < manyBoxes; seen += 1) {
    await file.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const headLength = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < headLength || at + length > size) return null;
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (length > longestIndex) return null;
      const index = Buffer.alloc(length - headLength);
      await file.read(index, 0, index.length, at + headLength);
      return { at: at + headLength, index };
    }
    at += length;
  }
  return null;
}

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const length = bytes.readUInt32BE(at);
    if (length < 8 || at + length > to) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end: at + length };
    at += length;
  }
}

function readBox(index: Buffer, { type, start, end }: Box, into: Recording): void {
  if (type === 'trak') for (const inner of boxesIn(index, start, end)) readBox(index, inner, into);
  else if (type === 'mvhd') into.duration = durationOf(index.subarray(start, end));
  else if (type === 'tkhd' && end - start >= 84) {
    into.width = Math.max(into.width, index.readUInt16BE(end - 8));
    into.height = Math.max(into.height, index.readUInt16BE(end - 4));
  } else if (type === 'udta' || type === 'meta') {
    into.hasPlace ||= /\xa9xyz|location\.ISO6709|loci/.test(index.toString('latin1', start, end));
    index.write('free', start - 4, 'latin1');
    index.fill(0, start, end);
  }
}

function durationOf(header: Buffer): number | null {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return null;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  const seconds = Math.round(length / scale);
  return Number.isFinite(seconds) && seconds > 0 && seconds < 24 * 60 * 60 ? seconds : null;
}
