import type { FileHandle } from 'node:fs/promises';

/** A box of an ISO base media file (ISO/IEC 14496-12): where its head begins, and from where to where its content goes. */
export interface Box {
  type: string;
  head: number;
  start: number;
  end: number;
}

/** More than these at the top of a file are not looked at (S6). */
const manyBoxes = 10_000;

/** The box whose head stands at the beginning of 16 bytes, or null when it does not fit before `to`. */
function boxAt(head: Buffer, at: number, to: number): Box | null {
  const short = head.readUInt32BE(0);
  const headLength = short === 1 ? 16 : 8;
  const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
  if (length < headLength || at + length > to) return null;
  return { type: head.toString('latin1', 4, 8), head: at, start: at + headLength, end: at + length };
}

/** The boxes between two places of an index in memory, up to one that is broken. */
export function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  const head = Buffer.alloc(16);
  for (let at = from; at + 8 <= to;) {
    head.fill(0);
    bytes.copy(head, 0, at, Math.min(at + 16, to));
    const box = boxAt(head, at, to);
    if (!box) return;
    yield box;
    at = box.end;
  }
}

/** The first box at the end of a path of types. */
export function boxBelow(bytes: Buffer, { start, end }: Box, ...[type, ...deeper]: string[]): Box | null {
  for (const box of boxesIn(bytes, start, end))
    if (box.type === type) return deeper.length > 0 ? boxBelow(bytes, box, ...deeper) : box;
  return null;
}

/** The boxes at the top of a file, up to one that is broken. */
export async function topBoxes(file: FileHandle): Promise<Box[]> {
  const { size } = await file.stat();
  const head = Buffer.alloc(16);
  const found: Box[] = [];
  for (let at = 0; at + 8 <= size && found.length < manyBoxes;) {
    head.fill(0);
    await file.read(head, 0, 16, at);
    const box = boxAt(head, at, size);
    if (!box) break;
    found.push(box);
    at = box.end;
  }
  return found;
}

/** Makes a box in memory free space of the same length, so that nothing moves. */
export function blankBox(bytes: Buffer, { head, start, end }: Box): void {
  bytes.write('free', head + 4, 'latin1');
  bytes.fill(0, start, end);
}

const zeros = Buffer.alloc(1024 * 1024);

/** Puts nothing but zeros between two places of a file. */
export async function blankBytes(file: FileHandle, start: number, end: number): Promise<void> {
  for (let at = start; at < end; at += zeros.length)
    await file.write(zeros, 0, Math.min(zeros.length, end - at), at);
}
