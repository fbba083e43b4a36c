import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isoBox, mp4 } from '../../test/factories/make-recording.ts';
import { readRecording } from './recordings.ts';

const place = '+41.7151+044.8271/';
const text = (words: string) => Buffer.from(words, 'latin1');
const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
};
const uuid = (id: string, content: string) => isoBox('uuid', Buffer.from(id, 'hex'), text(content));
const [xmpId, canonId] = ['be7acfcb97a942e89c71999491e3afac', '85c0b687820f11e08111f4ce462b6a48'];
const xmp = `<rdf:Description exif:GPSLatitude="${place}" dc:rights="Nare Solak"/>`;

/** A track beside the picture, whose samples are a part of the file's content. */
const track = (handler: string, entry: string, sizes: number[], offset: number) =>
  isoBox(
    'trak',
    isoBox(
      'mdia',
      isoBox('hdlr', numbers(0, 0), text(handler), numbers(0, 0, 0)),
      isoBox(
        'minf',
        isoBox(
          'stbl',
          isoBox('stsd', numbers(0, 1), isoBox(entry, numbers(0, 0))),
          isoBox('stsc', numbers(0, 1, 1, sizes.length, 1)),
          isoBox('stsz', numbers(0, 0, sizes.length, ...sizes)),
          isoBox('stco', numbers(0, 1, offset)),
        ),
      ),
    ),
  );
/** In `mp4()`, where its content begins. */
const contentAt = 32;

describe('a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let number = 0;
  const read = async (file: Buffer) => {
    const path = join(folder, String((number += 1)));
    writeFileSync(path, file);
    const recording = await readRecording(path);
    return { ...recording, bytes: readFileSync(path) };
  };

  it('is as wide and as high as it is shown: an upright phone films upright', async () => {
    expect(await read(mp4())).toMatchObject({ width: 640, height: 360, duration: 2 });
    expect(await read(mp4({ upright: true }))).toMatchObject({ width: 360, height: 640 });
  });

  const places: [where: string, file: Buffer][] = [
    ['a phone writes it into the index', mp4()],
    [
      '3GPP writes it into the track',
      mp4({ place: '', inTrack: [isoBox('udta', isoBox('loci', text(`\0\0\0\0\0${place}`)))] }),
    ],
    [
      'QuickTime writes it into a list of keys',
      mp4({ place: '', inIndex: [isoBox('meta', text(`location.ISO6709 ${place}`))] }),
    ],
    ['XMP says it beside the recording', mp4({ place: '', after: [uuid(xmpId, xmp)] })],
    ['XMP says it in the index', mp4({ place: '', inIndex: [isoBox('udta', isoBox('XMP_', text(xmp)))] })],
    ['XMP says it in a box of its own there', mp4({ place: '', inIndex: [uuid(xmpId, xmp)] })],
    ['Canon keeps EXIF in the index', mp4({ place: '', inIndex: [uuid(canonId, `\0\0\0\x20CMT4${place}`)] })],
    [
      'GoPro measures it all the time',
      mp4({
        place: '',
        content: `picture GPS5l ${place} picture`,
        inIndex: [track('meta', 'gpmd', [6, 18], contentAt + 8)],
      }),
    ],
    [
      'a drone writes it as subtitles',
      mp4({
        place: '',
        content: `picture GPS(${place}) picture`,
        inIndex: [track('text', 'tx3g', [23], contentAt + 8)],
      }),
    ],
  ];
  it.each(places)('loses its place where %s, and nothing of it moves', async (_where, file) => {
    const { hasPlace, bytes, width } = await read(file);
    expect(bytes.includes('044.8271')).toBe(false);
    expect([hasPlace, width, bytes.length]).toEqual([true, 640, file.length]);
    expect(bytes.toString('latin1')).toMatch(/picture.*picture|moving pictures/s);
    expect(await read(bytes)).toMatchObject({ hasPlace: false, duration: 2 });
  });

  it('keeps whose it is, its subtitles, and what it is called, in whatever words', async () => {
    const rights = [isoBox('cprt', text('Nare Solak')), isoBox('titl', text('Loci of velocity'))];
    const file = mp4({
      place: '',
      content: 'picture At this latitude, he said. picture',
      inIndex: [
        isoBox('udta', ...rights, isoBox('meta', text('mdir Nare Solak'))),
        track('text', 'tx3g', [26], contentAt + 8),
      ],
      after: [uuid(xmpId, '<rdf:Description dc:rights="Nare Solak"/>')],
    });
    const { hasPlace, bytes } = await read(file);
    expect(hasPlace).toBe(false);
    expect(bytes.equals(file)).toBe(true);
  });

  it('S6: whose tables lie about their lengths is read in no time, and no more than its content is blanked', async () => {
    const most = 2 ** 32 - 1;
    const lying = isoBox(
      'trak',
      isoBox(
        'mdia',
        isoBox('hdlr', numbers(0, 0), text('meta')),
        isoBox(
          'minf',
          isoBox(
            'stbl',
            isoBox('stsc', numbers(0, most, 1, most, 1)),
            isoBox('stsz', numbers(0, most, most)),
            isoBox('stco', numbers(0, most, 0, contentAt, most)),
          ),
        ),
      ),
    );
    const began = performance.now();
    const { bytes, width } = await read(mp4({ inIndex: [lying] }));
    expect(performance.now() - began).toBeLessThan(2000);
    expect(width).toBe(640);
    expect(bytes.subarray(0, contentAt).equals(mp4().subarray(0, contentAt))).toBe(true);
    await expect(read(Buffer.alloc(64))).rejects.toThrow('without an index');
  });
});
