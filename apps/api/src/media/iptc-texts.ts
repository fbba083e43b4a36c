import { isUtf8, lettersOf } from './plain-text.ts';

/** The resource of Photoshop that IPTC stands in. */
const resource = Buffer.from('8BIM\x04\x04', 'latin1');
/** Record 1, dataset 90: the letters are UTF-8 (ISO 2022, `ESC % G`). */
const characterSet = 90;
const escapeUtf8 = Buffer.from('\x1b%G', 'latin1');

/**
 * The datasets of IPTC record 2 (IIM 4.2), by number. Their letters are UTF-8 where record 1 says so or all of them are,
 * else those of Windows.
 */
export function iptcTexts(block: Buffer): Map<number, string[]> {
  const found: [dataset: number, bytes: Buffer][] = [];
  let saysUtf8 = false;
  for (const [record, dataset, bytes] of datasetsOf(block)) {
    if (record === 1 && dataset === characterSet) saysUtf8 = bytes.includes(escapeUtf8);
    if (record === 2) found.push([dataset, bytes]);
  }
  saysUtf8 ||= found.every(([, bytes]) => isUtf8(bytes));
  const texts = new Map<number, string[]>();
  for (const [dataset, bytes] of found)
    texts.set(dataset, [...(texts.get(dataset) ?? []), lettersOf(bytes, saysUtf8)]);
  return texts;
}

function* datasetsOf(block: Buffer): Generator<[record: number, dataset: number, bytes: Buffer]> {
  const from = Math.max(block.indexOf(resource), 0);
  const begins = [1, 2].map((record) => block.indexOf(Buffer.from([0x1c, record]), from));
  for (let at = Math.min(...begins.filter((begin) => begin >= 0)); at + 5 <= block.length;) {
    const [mark, record = 0, dataset = 0] = block.subarray(at);
    const length = block.readUInt16BE(at + 3);
    if (mark !== 0x1c || length > 0x7fff) return;
    yield [record, dataset, block.subarray(at + 5, at + 5 + length)];
    at += 5 + length;
  }
}

/** `CCYYMMDD`, as IPTC writes a day; null for what is none. */
export function iptcDay(text = ''): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return year >= '1900' && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** A day and `HHMMSS±HHMM`, which may be missing or cut short, in ISO 8601. */
export function iptcInstant(day: string | undefined, time = ''): string {
  const [, hours = '00', minutes = '00', seconds = '00', zone = ''] =
    /^(\d{2})(\d{2})(\d{2})?([+-]\d{4})?/.exec(time) ?? [];
  return `${iptcDay(day) ?? ''}T${hours}:${minutes}:${seconds}${zone.replace(/(\d{2})$/, ':$1')}`;
}
