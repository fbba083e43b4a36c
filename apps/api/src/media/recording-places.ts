import type { FileHandle } from 'node:fs/promises';
import { placeInXmp } from './embedded-words.ts';
import { blankBox, blankBytes, boxBelow, boxesIn, type Box } from './iso-boxes.ts';
import { sampleRanges } from './recording-samples.ts';

/** Boxes with a place of 3GPP, QuickTime, Canon, Google and GoPro, each after its length. */
const placeBoxes = /\0\0[\s\S]{2}(?:loci|\xa9xyz|CMT4|camm|gpmd)/;
/** Keys of QuickTime and of GoPro's measurements; the subtitles of drones. */
const placeWords = /location\.ISO6709|GPS[59U][A-Za-z]|\bGPS ?\(|\b(?:latitude|longitude) ?[:=]/;

const saysPlace = (bytes: Buffer): boolean => {
  const text = bytes.toString('latin1');
  return placeBoxes.test(text) || placeWords.test(text) || placeInXmp.test(text);
};

/** Boxes of `udta` that are short words and names: whose it is, what it is called. */
const plainWords = new Set([
  'cprt',
  'auth',
  'titl',
  'perf',
  'name',
  '\xa9cpy',
  '\xa9nam',
  '\xa9ART',
  '\xa9aut',
  'XMP_',
]);
const [xmpId, sphericalId] = ['be7acfcb97a942e89c71999491e3afac', 'ffcc8263f8554a938814587a02521fdd'];
/** Kinds of tracks. All others are measurements, and of these most are of the place. */
const forEyesAndEars = new Set(['vide', 'soun', 'tmcd', 'hint']);
const forReading = new Set(['sbtl', 'subt', 'text', 'clcp']);
const containers = new Set(['trak', 'mdia', 'minf']);
const carriers = new Set(['meta', 'uuid']);
/** So much of a box or of a track is looked at to say whether a place was in it, in bytes; all of it is blanked. */
const lookedAt = 4 * 1024 * 1024;

/** Whether a box stays: it says no place, and is of a kind that has none. What nobody knows goes. */
function mayStay(type: string, whole: Buffer): boolean {
  if (saysPlace(whole)) return false;
  // the lists of iTunes; other lists may hold whatever a maker thought of
  if (type === 'meta') return whole.includes('mdir');
  if (type === 'uuid') return [xmpId, sphericalId].includes(whole.toString('hex', 8, 24));
  return plainWords.has(type);
}

/** Blanks what says, or may say, where it was filmed, in the index in memory. @returns whether a place was found */
export function blankPlaces(index: Buffer, from: number, to: number): boolean {
  let found = false;
  for (const box of boxesIn(index, from, to)) {
    if (containers.has(box.type)) found = blankPlaces(index, box.start, box.end) || found;
    const suspects =
      box.type === 'udta' ? boxesIn(index, box.start, box.end) : carriers.has(box.type) ? [box] : [];
    for (const suspect of suspects) {
      const whole = index.subarray(suspect.head, suspect.end);
      if (mayStay(suspect.type, whole)) continue;
      found ||= saysPlace(whole);
      blankBox(index, suspect);
    }
  }
  return found;
}

/** Likewise for what stands beside the index, in the file itself. */
export async function blankPlacesBeside(file: FileHandle, boxes: readonly Box[]): Promise<boolean> {
  let found = false;
  for (const { type, head, start, end } of boxes) {
    if (type !== 'udta' && !carriers.has(type)) continue;
    const whole = await bytesOf(file, head, end);
    if (type !== 'udta' && end - head <= lookedAt && mayStay(type, whole)) continue;
    found ||= saysPlace(whole);
    await file.write('free', head + 4, 'latin1');
    await blankBytes(file, start, end);
  }
  return found;
}

/**
 * Takes out tracks of measurements, and of texts that say places: their samples in the file, the tracks in the index.
 * @param content where samples may lie
 */
export async function blankTracks(
  file: FileHandle,
  index: Buffer,
  content: readonly Box[],
): Promise<boolean> {
  let found = false;
  for (const track of boxesIn(index, 0, index.length)) {
    const kind = track.type === 'trak' ? handlerOf(index, track) : 'vide';
    if (forEyesAndEars.has(kind)) continue;
    const samples = sampleRanges(index, track, content);
    let says = saysPlace(index.subarray(track.head, track.end));
    for (const [start, end] of samples) says ||= saysPlace(await bytesOf(file, start, end));
    if (forReading.has(kind) && !says) continue;
    for (const [start, end] of samples) await blankBytes(file, start, end);
    blankBox(index, track);
    found ||= says;
  }
  return found;
}

/** The kind of a track, as its `hdlr` says; a track without one is played by nothing. */
function handlerOf(index: Buffer, track: Box): string {
  const handler = boxBelow(index, track, 'mdia', 'hdlr');
  return handler ? index.toString('latin1', handler.start + 8, handler.start + 12) : 'vide';
}

async function bytesOf(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.min(end - start, lookedAt));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}
