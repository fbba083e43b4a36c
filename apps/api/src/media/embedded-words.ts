import { mediaWordsMax } from '@broadsheet/types';
import { iptcDay, iptcInstant, iptcTexts } from './iptc-texts.ts';
import { cutText, lettersOf, plainText } from './plain-text.ts';

/** What a camera or an agency wrote into a picture about it; empty where it did not. */
export interface EmbeddedWords {
  headline: string;
  credit: string;
  creator: string;
  copyright: string;
  licence: string;
  caption: string;
  alt: string;
  keywords: string[];
  /** ISO 8601; without an offset where the camera names no time zone. */
  takenAt: string | null;
  /** The last day on which its agency lets it be used: YYYY-MM-DD. */
  rightsEnd: string | null;
  /** Whether it says where it was taken. */
  hasPlace: boolean;
}

/** The blocks of a file that words stand in. */
export interface EmbeddedBlocks {
  exif?: Buffer | undefined;
  iptc?: Buffer | undefined;
  xmp?: Buffer | undefined;
}

/** What an XMP packet writes a place as: where it was, or a field of IPTC with a name in it. */
export const placeInXmp =
  /exif:GPSL|Iptc4xmpExt:Location|(?:photoshop:(?:City|State|Country)|Iptc4xmpCore:(?:Location|CountryCode))(?:\s*=\s*["'][^"']|>\s*[^<\s])/;
/** The datasets of IPTC that name a place: city, part of it, province, country by code and by name. */
const placesInIptc = [90, 92, 95, 100, 101];

/** Reads what is said about a picture: XMP first, then IPTC, then EXIF. Never throws: what is broken is empty. */
export function embeddedWords({ exif, iptc, xmp }: EmbeddedBlocks): EmbeddedWords {
  const packet = xmp ? xmp.toString('utf8').slice(0, 200_000) : '';
  const inXmp = (name: string) => xmpTexts(packet, name)[0] ?? '';
  const iptcSets = iptc ? iptcTexts(iptc) : new Map<number, string[]>();
  const inIptc = (dataset: number) => iptcSets.get(dataset)?.[0];
  const inExif = exif ? exifTexts(exif) : new Map<number, string>();
  const first = (limit: number, ...found: (string | undefined)[]) =>
    cutText(found.find((text) => text) ?? '', limit);
  const creator = first(200, inXmp('dc:creator'), inIptc(80), inExif.get(exifTags.artist));
  const copyright = first(200, inXmp('dc:rights'), inIptc(116), inExif.get(exifTags.copyright));
  const inSubject = xmpTexts(packet, 'dc:subject');
  return {
    headline: first(mediaWordsMax.headline, inXmp('photoshop:Headline'), inIptc(105)),
    credit: first(200, inXmp('photoshop:Credit'), inIptc(110), creator, copyright),
    creator,
    copyright,
    licence: first(100, inXmp('xmpRights:UsageTerms'), inXmp('cc:license')),
    caption: first(
      mediaWordsMax.caption,
      inXmp('dc:description'),
      inIptc(120),
      inExif.get(exifTags.description),
    ),
    alt: first(mediaWordsMax.alt, inXmp('Iptc4xmpCore:AltTextAccessibility')),
    keywords: keywordsOf(inSubject.length > 0 ? inSubject : (iptcSets.get(25) ?? [])),
    takenAt:
      asTime(inXmp('photoshop:DateCreated')) ??
      asTime(inXmp('exif:DateTimeOriginal')) ??
      asTime(`${inExif.get(exifTags.taken) ?? ''}${inExif.get(exifTags.takenZone) ?? ''}`) ??
      asTime(iptcInstant(inIptc(55), inIptc(60))),
    rightsEnd: iptcDay(inIptc(37)),
    hasPlace: inExif.has(exifTags.place) || placeInXmp.test(packet) || placesInIptc.some(inIptc),
  };
}

const exifTags = {
  description: 0x010e,
  artist: 0x013b,
  copyright: 0x8298,
  taken: 0x9003,
  takenZone: 0x9011,
  place: 0x8825,
  more: 0x8769,
};

const keywordsOf = (found: readonly string[]) =>
  [...new Set(found.map((word) => cutText(word, 60)).filter((word) => word !== ''))].slice(0, 40);

/** `2024:10:04 07:52:10`, as EXIF writes it, or ISO 8601; null for what is no time. */
function asTime(text: string): string | null {
  const [, year, month, day, time = '00:00:00', zone = ''] =
    /^(\d{4})[:-](\d{2})[:-](\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?/.exec(
      text,
    ) ?? [];
  const read = new Date(`${year}-${month}-${day}T${time}${zone || 'Z'}`);
  if (year === undefined || Number.isNaN(read.getTime()) || read.getUTCFullYear() < 1800) return null;
  return zone ? read.toISOString() : read.toISOString().slice(0, 19);
}

/** A property of an XMP packet: an element, a list in one, or an attribute. */
function xmpTexts(xml: string, name: string): string[] {
  const from = xml.indexOf(`<${name}`);
  if (from >= 0) {
    const end = xml.indexOf(`</${name}>`, from);
    if (end < 0) return [];
    const inner = xml.slice(xml.indexOf('>', from) + 1, end);
    const items = [...inner.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map(([, text = '']) => plainText(text));
    return items.length > 0 ? items : [plainText(inner.replace(/<[^>]*>/g, ' '))];
  }
  const attribute = xml.indexOf(`${name}="`);
  if (attribute < 0) return [];
  const begin = attribute + name.length + 2;
  return [plainText(xml.slice(begin, xml.indexOf('"', begin)))];
}

/** The texts of EXIF's first directory and of the one about the shot, by tag; of the place only that it is there. */
function exifTexts(block: Buffer): Map<number, string> {
  const texts = new Map<number, string>();
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return texts;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const read = (directory: number, mayGoOn: boolean) => {
    if (directory + 2 > tiff.length) return;
    const entries = Math.min(short(directory), 200);
    for (let index = 0; index < entries; index++) {
      const at = directory + 2 + index * 12;
      if (at + 12 > tiff.length) break;
      const tag = short(at);
      if (tag === exifTags.place) texts.set(tag, 'yes');
      if (tag === exifTags.more && mayGoOn) read(long(at + 8), false);
      if (short(at + 2) !== 2) continue;
      const length = long(at + 4);
      const start = length <= 4 ? at + 8 : long(at + 8);
      if (start + length <= tiff.length) texts.set(tag, lettersOf(tiff.subarray(start, start + length)));
    }
  };
  read(long(4), true);
  return texts;
}
