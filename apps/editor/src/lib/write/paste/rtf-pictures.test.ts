import { describe, expect, it } from 'vitest';
import { rtfPictures } from './rtf-pictures.ts';

const hex = '89504e470d0a1a0a'.repeat(8);

describe('pictures of a text in RTF', () => {
  it('come in their order, without the second form that old programs want', async () => {
    const rtf =
      String.raw`{\rtf1 a{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\pngblip\bliptag-1{\*\blipuid 0a0b0c}` +
      `\n${hex.slice(0, 64)}\n${hex.slice(64)}}}` +
      String.raw`{\nonshppict{\pict\wmetafile8 0100090000}}b{\pict\jpegblip ` +
      `${'ffd8'.repeat(20)}}}`;
    const files = rtfPictures(rtf);
    expect(files.map(({ type }) => type)).toEqual(['image/png', 'image/jpeg']);
    const bytes = new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer());
    expect([bytes.length, bytes[0], bytes[1]]).toEqual([64, 0x89, 0x50]);
  });

  it('S21: are looked for in time that grows with the length of the text', () => {
    const start = performance.now();
    for (const piece of ['{\\pict', '{\\pict}', '{\\pict{{', '\\pict ff']) rtfPictures(piece.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
