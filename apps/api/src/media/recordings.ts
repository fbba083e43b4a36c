import { open, type FileHandle } from 'node:fs/promises';
import { boxesIn, topBoxes, type Box } from './iso-boxes.ts';
import { blankPlaces, blankPlacesBeside, blankTracks } from './recording-places.ts';

/** What an MP4 says of itself. */
export interface Recording {
  /** In pixels, as it is shown: turned as its track says; 0 without a picture. */
  width: number;
  height: number;
  /** In seconds; null where it does not say. */
  duration: number | null;
  hasPlace: boolean;
}

/** The index of a recording is read into memory; one larger than this is no recording for a page (S6). */
const longestIndex = 32 * 1024 * 1024;

/**
 * Reads the index of an MP4 (ISO/IEC 14496-12) and blanks, in the file itself, what cameras write about the place:
 * boxes become free space, samples become zeros, so that nothing moves.
 * @throws Error when there is no index
 */
export async function readRecording(path: string): Promise<Recording> {
  const file = await open(path, 'r+');
  try {
    const boxes = await topBoxes(file);
    const found = boxes.find(({ type }) => type === 'moov');
    if (!found || found.end - found.start > longestIndex) throw new Error('A recording without an index');
    const index = await contentOf(file, found);
    const hasPlace = await withoutPlaces(file, boxes, index);
    const recording: Recording = { width: 0, height: 0, duration: null, hasPlace };
    for (const box of boxesIn(index, 0, index.length)) readBox(index, box, recording);
    await file.write(index, 0, index.length, found.start);
    return recording;
  } finally {
    await file.close();
  }
}

async function contentOf(file: FileHandle, { start, end }: Box): Promise<Buffer> {
  const content = Buffer.alloc(end - start);
  await file.read(content, 0, content.length, start);
  return content;
}

/** @returns whether there was a place in it */
async function withoutPlaces(file: FileHandle, boxes: readonly Box[], index: Buffer): Promise<boolean> {
  const content = boxes.filter(({ type }) => type === 'mdat');
  const measured = await blankTracks(file, index, content);
  const written = blankPlaces(index, 0, index.length);
  const beside = await blankPlacesBeside(file, boxes);
  return measured || written || beside;
}

function readBox(index: Buffer, { type, start, end }: Box, into: Recording): void {
  if (type === 'trak') for (const inner of boxesIn(index, start, end)) readBox(index, inner, into);
  else if (type === 'mvhd') into.duration = durationOf(index.subarray(start, end));
  else if (type === 'tkhd' && end - start >= 84) {
    const { width, height } = shownSize(index.subarray(start, end));
    into.width = Math.max(into.width, width);
    into.height = Math.max(into.height, height);
  }
}

/** The size of a track's header, whose last 44 bytes are a matrix, the width and the height. */
function shownSize(header: Buffer): { width: number; height: number } {
  const end = header.length;
  const [width, height] = [header.readUInt16BE(end - 8), header.readUInt16BE(end - 4)];
  // a phone held upright films lying down and says so: x comes from y, and y from x
  const isTurned = Math.abs(header.readInt32BE(end - 40)) > Math.abs(header.readInt32BE(end - 44));
  return isTurned ? { width: height, height: width } : { width, height };
}

function durationOf(header: Buffer): number | null {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return null;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  const seconds = Math.round(length / scale);
  return Number.isFinite(seconds) && seconds > 0 && seconds < 24 * 60 * 60 ? seconds : null;
}
