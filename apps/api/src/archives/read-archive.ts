import { inflateRawSync } from 'node:zlib';

/** A file that is no archive as we read them, or holds more than any document would. */
export class ArchiveError extends Error {
  readonly isTooLarge: boolean;

  constructor(reason: string, isTooLarge = false) {
    super(reason);
    this.name = 'ArchiveError';
    this.isTooLarge = isTooLarge;
  }
}

interface Limits {
  files: number;
  /** Of all files together when they are unpacked, and of each. */
  bytes: number;
  fileBytes: number;
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  /** Where the file's own head begins. */
  head: number;
}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const headSign = 0x04034b50;
const longestComment = 65_535;

/**
 * The files of a ZIP archive in memory, by name. Sizes are held while unpacking, whatever the archive says of itself;
 * nothing is written anywhere, and a name that leads out of the archive refuses it. Throws `ArchiveError`.
 */
export function readArchive(archive: Buffer, limits: Limits): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let left = limits.bytes;
  for (const entry of entriesOf(archive, limits.files)) {
    if (entry.name.endsWith('/')) continue;
    if (!isWithin(entry.name)) throw new ArchiveError(`The name ${entry.name} leads out of the archive`);
    const file = unpack(archive, entry, Math.min(left, limits.fileBytes));
    left -= file.length;
    files.set(entry.name, file);
  }
  return files;
}

/** Whether a name stays inside the folder that an archive stands for. */
const isWithin = (name: string): boolean =>
  name !== '' && !/^[/\\]|[\\\0]|^[a-z]:/i.test(name) && !name.split('/').includes('..');

function entriesOf(archive: Buffer, most: number): Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > most) throw new ArchiveError('Too many files', true);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entrySign) throw broken();
    const nameLength = archive.readUInt16LE(at + 28);
    if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new ArchiveError('It is encrypted');
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      head: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - 22 - longestComment);
  for (let at = archive.length - 22; at >= first; at -= 1)
    if (archive.readUInt32LE(at) === endSign) return at;
  throw broken();
}

function unpack(archive: Buffer, { method, packed, head }: Entry, most: number): Buffer {
  if (head + 30 > archive.length || archive.readUInt32LE(head) !== headSign) throw broken();
  const start = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
  const data = archive.subarray(start, start + packed);
  if (data.length < packed) throw broken();
  if (method === 0) {
    if (packed > most) throw new ArchiveError('Too much inside', true);
    return data;
  }
  if (method !== 8) throw new ArchiveError(`Packed in the unknown way ${String(method)}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? new ArchiveError('Too much inside', true) : broken();
  }
}

const broken = () => new ArchiveError('It is damaged');
