import { boxBelow, type Box } from './iso-boxes.ts';

/** From one byte of the file up to another. */
type Range = [start: number, end: number];

/** A track of measurements has a piece for about each second; one with more pieces than these is none (S6). */
const manyChunks = 50_000;

/**
 * Where in the file the samples of a track lie, as its tables say (`stsz`, `stsc`, `stco`, `co64`), in their order and
 * without overlap; what lies outside of `within` is left out.
 */
export function sampleRanges(index: Buffer, track: Box, within: readonly Box[]): Range[] {
  const table = boxBelow(index, track, 'mdia', 'minf', 'stbl');
  const [sizes, runs] = table ? [boxBelow(index, table, 'stsz'), boxBelow(index, table, 'stsc')] : [];
  const chunks = table && (boxBelow(index, table, 'stco') ?? boxBelow(index, table, 'co64'));
  if (!sizes || !runs || !chunks) return [];
  const lengthOf = lengthsOf(index, sizes);
  const perChunk = samplesPerChunk(index, runs);
  const offsets = offsetsOf(index, chunks);
  if (offsets.length > manyChunks) throw new Error('A track in too many pieces');
  let sample = 0;
  const ranges = offsets.map((start, at): Range => {
    const count = perChunk(at + 1);
    const length = lengthOf(sample, count);
    sample += count;
    return [start, start + length];
  });
  return united(ranges).flatMap((range) => within.flatMap((box) => common(range, box)));
}

/** Full boxes begin with four bytes of version and flags, tables then with their length. */
const entries = (index: Buffer, { start, end }: Box, at: number, width: number): number => {
  if (start + at + 4 > end) return 0;
  return Math.min(index.readUInt32BE(start + at), Math.floor((end - start - at - 4) / width));
};

/** How many bytes some samples have together; what the table does not name has none. */
function lengthsOf(index: Buffer, box: Box): (sample: number, count: number) => number {
  if (box.start + 12 > box.end) return () => 0;
  const same = index.readUInt32BE(box.start + 4);
  if (same > 0) return (_sample, count) => count * same;
  const known = entries(index, box, 8, 4);
  return (sample, count) => {
    let sum = 0;
    for (let at = sample; at < Math.min(sample + count, known); at += 1)
      sum += index.readUInt32BE(box.start + 12 + at * 4);
    return sum;
  };
}

/** How many samples a chunk has, asked for in the order of the chunks, which are counted from 1. */
function samplesPerChunk(index: Buffer, box: Box): (chunk: number) => number {
  const count = entries(index, box, 4, 12);
  const entry = (run: number, at: number) => index.readUInt32BE(box.start + 8 + run * 12 + at);
  let run = 0;
  return (chunk) => {
    while (run + 1 < count && entry(run + 1, 0) <= chunk) run += 1;
    return count === 0 ? 0 : entry(run, 4);
  };
}

function offsetsOf(index: Buffer, box: Box): number[] {
  const width = box.type === 'co64' ? 8 : 4;
  const at = (chunk: number) => box.start + 8 + chunk * width;
  return Array.from({ length: entries(index, box, 4, width) }, (_, chunk) =>
    width === 8 ? Number(index.readBigUInt64BE(at(chunk))) : index.readUInt32BE(at(chunk)),
  );
}

function united(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

function common([start, end]: Range, box: Box): Range[] {
  const [from, to] = [Math.max(start, box.start), Math.min(end, box.end)];
  return from < to ? [[from, to]] : [];
}
