import { describe, expect, it } from 'vitest';
import { embeddedWords } from './embedded-words.ts';

const xmp = (inner: string) =>
  Buffer.from(`<x:xmpmeta><rdf:Description ${inner}</rdf:Description></x:xmpmeta>`);
const iptc = (...texts: [number, string][]) =>
  Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    ...texts.flatMap(([dataset, text]) => {
      const bytes = Buffer.from(text);
      return [Buffer.from([0x1c, 2, dataset, bytes.length >> 8, bytes.length & 255]), bytes];
    }),
  ]);

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

  it('are read from EXIF in both byte orders', () => {
    for (const order of ['II', 'MM'] as const) {
      const block = Buffer.alloc(60);
      const short = (value: number, at: number) =>
        order === 'II' ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
      const long = (value: number, at: number) =>
        order === 'II' ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
      block.write(`Exif\0\0${order}`, 'latin1');
      long(8, 10);
      short(1, 14);
      short(0x013b, 16);
      short(2, 18);
      long(10, 20);
      long(30, 24);
      block.write('Nar Solak\0', 36);
      expect(embeddedWords({ exif: block }).credit).toBe('Nar Solak');
    }
  });

  it('are empty where the blocks are broken or lie about their lengths', () => {
    const nothing = { credit: '', licence: '', caption: '', alt: '' };
    const lying = Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1');
    for (const broken of [Buffer.alloc(0), Buffer.from('MM'), lying, Buffer.from([0x1c, 2, 80, 255, 255])])
      expect(embeddedWords({ exif: broken, iptc: broken, xmp: broken })).toMatchObject(nothing);
    expect(embeddedWords({ xmp: xmp('dc:creator="no end') }).credit.length).toBeLessThan(60);
  });
});
