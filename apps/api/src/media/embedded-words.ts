/** What a camera or an agency wrote into a picture about it; empty where it did not. */
export interface EmbeddedWords {
  credit: string;
  licence: string;
  caption: string;
  alt: string;
}

/** The blocks of a file that words stand in. */
export interface EmbeddedBlocks {
  exif?: Buffer | undefined;
  iptc?: Buffer | undefined;
  xmp?: Buffer | undefined;
}

/** Reads credit, licence, caption and alt text: XMP first, then IPTC, then EXIF. Never throws: what is broken is empty. */
export function embeddedWords({ exif, iptc, xmp }: EmbeddedBlocks): EmbeddedWords {
  const inXmp = (name: string) => (xmp ? xmpText(xmp.toString('utf8').slice(0, 200_000), name) : '');
  const inIptc = iptc ? iptcTexts(iptc) : new Map<number, string>();
  const inExif = exif ? exifTexts(exif) : new Map<number, string>();
  const first = (limit: number, ...found: (string | undefined)[]) =>
    (found.find((text) => text) ?? '').slice(0, limit);
  return {
    credit: first(
      200,
      inXmp('photoshop:Credit'),
      inXmp('dc:creator'),
      inIptc.get(110),
      inIptc.get(80),
      inExif.get(0x013b),
      inXmp('dc:rights'),
      inIptc.get(116),
      inExif.get(0x8298),
    ),
    licence: first(100, inXmp('xmpRights:UsageTerms'), inXmp('cc:license')),
    caption: first(300, inXmp('dc:description'), inIptc.get(120), inExif.get(0x010e)),
    alt: first(300, inXmp('Iptc4xmpCore:AltTextAccessibility')),
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A property of an XMP packet, written as an element (also with a list in it) or as an attribute. */
function xmpText(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}`);
  if (from >= 0) {
    const end = xml.indexOf(`</${name}>`, from);
    if (end < 0) return '';
    const inner = xml.slice(xml.indexOf('>', from) + 1, end);
    return plain((/<rdf:li[^>]*>([^<]*)</.exec(inner)?.[1] ?? inner).replace(/<[^>]*>/g, ' '));
  }
  const attribute = xml.indexOf(`${name}="`);
  if (attribute < 0) return '';
  const begin = attribute + name.length + 2;
  return plain(xml.slice(begin, xml.indexOf('"', begin)));
}

const plain = (text: string) =>
  text
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|\w{1,6});/gi, (whole, entity: string) => decode(entity) ?? whole)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

function decode(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity];
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The datasets of IPTC record 2 (IIM 4.2), by number; of several only the first. */
function iptcTexts(block: Buffer): Map<number, string> {
  const texts = new Map<number, string>();
  for (let at = block.indexOf(Buffer.from([0x1c, 2])); at >= 0 && at + 5 <= block.length;) {
    if (block[at] !== 0x1c) break;
    const [dataset, length] = [block.readUInt8(at + 2), block.readUInt16BE(at + 3)];
    if (length > 0x7fff) break;
    const text = plain(block.toString('utf8', at + 5, at + 5 + length));
    if (block[at + 1] === 2 && !texts.has(dataset)) texts.set(dataset, text);
    at += 5 + length;
  }
  return texts;
}

/** The texts of EXIF's first directory, by tag. */
function exifTexts(block: Buffer): Map<number, string> {
  const texts = new Map<number, string>();
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return texts;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return texts;
  const entries = Math.min(short(directory), 200);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) break;
    if (short(at + 2) !== 2) continue;
    const length = long(at + 4);
    const start = length <= 4 ? at + 8 : long(at + 8);
    if (start + length > tiff.length) continue;
    texts.set(short(at), plain(tiff.toString('utf8', start, start + length)));
  }
  return texts;
}
