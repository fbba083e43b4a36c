import { describe, expect, it } from 'vitest';
import { iptc, iptcIn, utf8Mark } from '../../test/factories/make-iptc.ts';
import { embeddedWords } from './embedded-words.ts';

const xmp = (inner: string) =>
  Buffer.from(`<x:xmpmeta><rdf:Description ${inner}</rdf:Description></x:xmpmeta>`);
/** The words of an EXIF block of one byte order, by tag; those of the shot stand in a directory of their own. */
function exif(
  order: 'II' | 'MM',
  texts: [tag: number, text: Buffer][],
  shot: [tag: number, text: Buffer][] = [],
) {
  const block = Buffer.alloc(400);
  const put = (value: number, at: number, width: 2 | 4) =>
    order === 'II' ? block.writeUIntLE(value, at, width) : block.writeUIntBE(value, at, width);
  block.write(`Exif\0\0${order}`, 'latin1');
  put(8, 10, 4);
  let free = 200;
  const directory = (at: number, entries: [number, Buffer][], more?: number) => {
    put(entries.length + (more ? 1 : 0), 6 + at, 2);
    for (const [index, [tag, text]] of entries.entries()) {
      const entry = 8 + at + index * 12;
      put(tag, entry, 2);
      put(2, entry + 2, 2);
      put(text.length, entry + 4, 4);
      put(free, entry + 8, 4);
      text.copy(block, 6 + free);
      free += text.length;
    }
    if (!more) return;
    const entry = 8 + at + entries.length * 12;
    put(0x8769, entry, 2);
    put(4, entry + 2, 2);
    put(1, entry + 4, 4);
    put(more, entry + 8, 4);
  };
  directory(8, texts, shot.length > 0 ? 100 : undefined);
  if (shot.length > 0) directory(100, shot);
  return block;
}
const ascii = (text: string) => Buffer.from(`${text}\0`, 'latin1');

describe('the words inside a picture', () => {
  it('are read from XMP, in any script, with its entities', () => {
    const words = embeddedWords({
      xmp: xmp(
        `photoshop:Credit="Aygün &amp; Co" ><dc:description><rdf:Alt><rdf:li xml:lang="hy">Կամուրջ</rdf:li></rdf:Alt></dc:description><xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></xmpRights:UsageTerms>`,
      ),
    });
    expect(words).toMatchObject({ credit: 'Aygün & Co', licence: 'CC BY 4.0', caption: 'Կամուրջ', alt: '' });
  });

  it('are read from IPTC, the credit line before the byline', () => {
    const words = embeddedWords({ iptc: iptc([80, 'Nare'], [110, 'Նարե / Agency'], [120, 'Мост']) });
    expect(words).toMatchObject({ credit: 'Նարե / Agency', caption: 'Мост' });
  });

  it.each(['II', 'MM'] as const)('are read from EXIF in the byte order %s', (order) => {
    const artist = exif(order, [[0x013b, ascii('Nar Solak')]]);
    expect(embeddedWords({ exif: artist })).toMatchObject({ credit: 'Nar Solak', takenAt: null });
    const taken: [number, Buffer][] = [[0x9003, ascii('2026:10:04 07:52:10')]];
    const shot = exif(order, [], taken);
    expect(embeddedWords({ exif: shot }).takenAt).toBe('2026-10-04T07:52:10');
    const inBaku = exif(order, [], [...taken, [0x9011, ascii('+04:00')]]);
    expect(embeddedWords({ exif: inBaku }).takenAt).toBe('2026-10-04T03:52:10.000Z');
    const nowhere = exif(order, [], [...taken, [0x9011, ascii('   :  ')]]);
    expect(embeddedWords({ exif: nowhere }).takenAt).toBe('2026-10-04T07:52:10');
  });

  const words = {
    headline: 'Ferry sails again',
    creator: 'Nare Solak',
    copyright: '© 2026 Nare Solak',
    keywords: ['ferry', 'Baku'],
    takenAt: '2026-10-04T03:52:10.000Z',
  };

  it('are headline, keywords, copyright, creator and date of IPTC', () => {
    const block = iptc(
      [105, words.headline],
      [25, 'ferry'],
      [25, 'Baku'],
      [116, words.copyright],
      [80, words.creator],
      [55, '20261004'],
      [60, '075210+0400'],
    );
    expect(embeddedWords({ iptc: block })).toMatchObject({ ...words, rightsEnd: null });
  });

  it('are headline, keywords, copyright, creator and date of XMP', () => {
    const packet = xmp(
      `photoshop:Headline="${words.headline}" photoshop:DateCreated="2026-10-04T07:52:10+04:00" >
       <dc:creator><rdf:Seq><rdf:li>${words.creator}</rdf:li></rdf:Seq></dc:creator>
       <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${words.copyright}</rdf:li></rdf:Alt></dc:rights>
       <dc:subject><rdf:Bag><rdf:li>ferry</rdf:li><rdf:li>Baku</rdf:li></rdf:Bag></dc:subject>`,
    );
    expect(embeddedWords({ xmp: packet })).toMatchObject(words);
  });

  it('are in the letters that IPTC names, in UTF-8 where they could be, and else in those of Windows', () => {
    const old = iptcIn('latin1', [80, 'José Müller'], [120, 'Ein \x93Gruß\x94']);
    expect(embeddedWords({ iptc: old })).toMatchObject({ creator: 'José Müller', caption: 'Ein “Gruß”' });
    const unnamed = iptc([80, 'Նարե'], [120, 'José']);
    expect(embeddedWords({ iptc: unnamed })).toMatchObject({ creator: 'Նարե', caption: 'José' });
    const cut = Buffer.concat([utf8Mark, iptc([80, 'Նարե']), iptcIn('latin1', [120, 'Caf\xe9'])]);
    expect(embeddedWords({ iptc: cut })).toMatchObject({ creator: 'Նարե', caption: 'Caf\uFFFD' });
    const artist = exif('II', [[0x013b, ascii('José')]]);
    expect(embeddedWords({ exif: artist }).creator).toBe('José');
  });

  it('are the day on which an agency ends its rights, if there is such a day', () => {
    const ends = (day: string) => embeddedWords({ iptc: iptc([37, day]) }).rightsEnd;
    expect([ends('20301231'), ends('00000000'), ends('20300231'), ends('2030')]).toEqual([
      '2030-12-31',
      null,
      null,
      null,
    ]);
  });

  it('are whole captions of agencies, and never half a character', () => {
    const caption = `BAKU — ${'A ferry sails. '.repeat(60)}End.`;
    expect(embeddedWords({ iptc: iptc([120, caption]) }).caption).toBe(caption);
    const long = embeddedWords({ iptc: iptc([120, '🚢'.repeat(900)], [105, `${'n'.repeat(299)}🚢`]) });
    expect([long.caption, long.headline]).toEqual(['🚢'.repeat(500), 'n'.repeat(299)]);
    expect(embeddedWords({ xmp: xmp('dc:creator="A&#xD83D;B"') }).creator).toBe('A\uFFFDB');
  });

  it.each([
    ['a city of XMP', { xmp: xmp('photoshop:City="Baku" />') }, true],
    ['a country of XMP', { xmp: xmp('><photoshop:Country>Azerbaijan</photoshop:Country>') }, true],
    [
      'a part of a city of XMP',
      { xmp: xmp('><Iptc4xmpCore:Location> Sabail</Iptc4xmpCore:Location>') },
      true,
    ],
    [
      'a place of XMP that is left empty',
      { xmp: xmp('photoshop:City="" ><photoshop:State></photoshop:State>') },
      false,
    ],
    ['a city of IPTC', { iptc: iptc([90, 'Baku']) }, true],
    ['a country of IPTC', { iptc: iptc([101, 'Azerbaijan']) }, true],
    ['a city of IPTC that is left empty', { iptc: iptc([90, ''], [80, 'Nare']) }, false],
  ])('say where it was taken: %s', (_, blocks, hasPlace) => {
    expect(embeddedWords(blocks).hasPlace).toBe(hasPlace);
  });

  it('are empty where the blocks are broken or lie about their lengths', () => {
    const nothing = { credit: '', licence: '', caption: '', alt: '' };
    const lying = Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1');
    for (const broken of [Buffer.alloc(0), Buffer.from('MM'), lying, Buffer.from([0x1c, 2, 80, 255, 255])])
      expect(embeddedWords({ exif: broken, iptc: broken, xmp: broken })).toMatchObject(nothing);
    expect(embeddedWords({ xmp: xmp('dc:creator="no end') }).credit.length).toBeLessThan(60);
  });
});
