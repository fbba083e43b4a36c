import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day that the format knows: an archive of the same files is the same. */
const firstDay = 0x0021;

/** A ZIP archive of files by name; what is packed already (pictures) is stored as it is. */
export function writeArchive(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const isPacked = /\.(?:jpe?g|png|gif|webp)$/i.test(name);
    const data = isPacked ? content : deflateRawSync(content);
    const nameBytes = Buffer.from(name, 'utf8');
    const fields = commonFields(isPacked ? 0 : 8, content, data, nameBytes.length);
    const head = Buffer.concat([uint32(0x04034b50), fields, uint16(0), nameBytes]);
    entries.push(
      Buffer.concat([
        ...[uint32(0x02014b50), uint16(20), fields, uint16(0), uint16(0), uint16(0), uint16(0)],
        ...[uint32(0), uint32(offset), nameBytes],
      ]),
    );
    parts.push(head, data);
    offset += head.length + data.length;
  }
  const directory = Buffer.concat(entries);
  const count = uint16(entries.length);
  const end = [
    uint32(0x06054b50),
    uint32(0),
    count,
    count,
    uint32(directory.length),
    uint32(offset),
    uint16(0),
  ];
  return Buffer.concat([...parts, directory, ...end]);
}

/** What the head of a file and its line in the directory have in common; names are UTF-8. */
const commonFields = (method: number, content: Buffer, data: Buffer, nameLength: number): Buffer =>
  Buffer.concat([
    ...[uint16(20), uint16(0x0800), uint16(method), uint16(0), uint16(firstDay), uint32(crc32(content))],
    ...[uint32(data.length), uint32(content.length), uint16(nameLength)],
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
