import type { Media } from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { iptc, iptcIn, withIptc } from '../../test/factories/make-iptc.ts';
import { upload } from '../../test/factories/make-picture.ts';
import { mp3, mp4, pdf } from '../../test/factories/make-recording.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { madeOf, uploadInParts } from '../../test/factories/send-in-parts.ts';

const drawing = (inside: string, size = 'width="300" height="200"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

describe('what comes into the media library', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  beforeAll(async () => {
    room = await MediaRoom.open();
    ({ test, journalist } = room);
    await test.dataSource.query(`update site_settings set time_zone = 'Asia/Baku'`);
  });
  afterAll(() => room.close());

  it('S4: keeps a drawing as pixels, without its scripts and without files beside it', async () => {
    const file = drawing(
      '<script>alert(1)</script><image href="original" width="9" height="9"/><rect width="300" height="200" fill="red"/>',
    );
    const made = madeOf(await uploadInParts(test, journalist, file, { name: 'map.svg' }));
    expect(made).toMatchObject({ kind: 'picture', mimeType: 'image/png', filename: 'map.png' });
    const original = await room.bytesOf(journalist, `/api/media/${made.id}/original`);
    expect(original.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('takes a drawing of an old Illustrator, which names its words in a document type of its own', async () => {
    const names = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY ns_${at} "http://ns.adobe.com/Extensibility/1.${at}/">`,
    );
    const file = Buffer.from(
      `<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator 10 -->\n` +
        `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd" [\n` +
        `${names.join('\n')}\n<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n<!ENTITY sea "#0000ff">]>\n` +
        `<svg xmlns="&ns_svg;" xmlns:x="&ns_1;" width="300" height="200"><rect width="300" height="200" fill="&sea;"/></svg>`,
    );
    const made = madeOf(await uploadInParts(test, journalist, file, { name: 'map.svg' }));
    expect(made).toMatchObject({ mimeType: 'image/png', filename: 'map.png' });
    const { bytes } = await room.bytesOf(journalist, `/api/media/${made.id}/original`);
    const [red, green, blue] = await sharp(bytes).removeAlpha().resize(1, 1).raw().toBuffer();
    expect([red, green, blue]).toEqual([0, 0, 255]);
  });

  it.each(['gif', 'webp'] as const)(
    'says of a %s that it moves, and makes a still picture of it',
    async (format) => {
      const greys = Buffer.concat([40, 120, 200].map((grey) => Buffer.alloc(60 * 40 * 3, grey)));
      const pictures = sharp(greys, {
        raw: { width: 60, height: 120, channels: 3, pageHeight: 40 },
      });
      const file = await pictures.toFormat(format, { delay: [900, 900, 900], loop: 0 }).toBuffer();
      const moving = (await upload(journalist, file, { name: `ferry.${format}` })).as<Media>();
      expect(moving).toMatchObject({ kind: 'picture', width: 60, height: 40, duration: 3 });
      const still = await sharp(file).toFormat(format).toBuffer();
      expect((await upload(journalist, still)).as<Media>()).toMatchObject({
        kind: 'picture',
        duration: null,
      });
      const { bytes } = await room.bytesOf(journalist, `/api/media/${moving.id}/full/320.webp`);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 40 });
    },
  );

  it('reads what the camera wrote, by the clock of the newsroom, and gives readers whose it is but never where it was', async () => {
    const file = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#a33' } })
      .withExif({
        IFD0: { Artist: 'Rauf Aliyev', Copyright: 'Rauf Aliyev 2026', ImageDescription: 'A bridge' },
        IFD2: { DateTimeOriginal: '2026:10:04 07:52:10' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 43/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    const made = (await upload(journalist, file)).as<Media>();
    expect(made).toMatchObject({
      creator: 'Rauf Aliyev',
      copyright: 'Rauf Aliyev 2026',
      caption: { en: 'A bridge' },
      takenAt: '2026-10-04T03:52:10.000Z',
      hasPlace: true,
    });
    await journalist.request('PATCH', `/api/media/${made.id}`, {
      version: made.version,
      creator: 'Rauf Əliyev',
    });
    for (const format of ['webp', 'jpg', 'avif']) {
      const { bytes } = await room.bytesOf(journalist, `/api/media/${made.id}/full/480.${format}`);
      const { exif, xmp } = await sharp(bytes).metadata();
      expect(xmp?.toString()).toContain('Rauf Əliyev');
      expect(exif).toBeUndefined();
      expect(bytes.includes('GPS')).toBe(false);
    }
  });

  it('keeps what an agency wrote under the language that it is in, whatever the one who takes it reads', async () => {
    const file = await sharp({ create: { width: 70, height: 50, channels: 3, background: '#3a3' } })
      .jpeg()
      .toBuffer();
    const caption = 'Паром выходит из порта Баку.';
    const sent = withIptc(file, Buffer.concat([iptc([105, 'The ferry of Baku']), iptc([120, caption])]));
    const made = (await upload(journalist, sent)).as<Media>();
    expect(made).toMatchObject({ headline: { en: 'The ferry of Baku' }, caption: { ru: caption } });
  });

  it('reads what an agency wrote, in whichever block, and ends its rights when the agency does', async () => {
    const plain = await sharp({ create: { width: 70, height: 50, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    const caption = `BAKU — ${'A ferry sails. '.repeat(40)}`.trim();
    const file = withIptc(
      plain,
      iptcIn(
        'latin1',
        [105, 'Fähre'],
        [25, 'ferry'],
        [116, '\xa9 Agency'],
        [80, 'José'],
        [37, '20991231'],
        [55, '20261004'],
      ),
    );
    const sent = (await upload(journalist, file)).as<Media>();
    expect(sent).toMatchObject({
      headline: { en: 'Fähre' },
      keywords: ['ferry'],
      copyright: '© Agency',
      creator: 'José',
      rightsEnd: '2099-12-31',
      takenAt: '2026-10-03T20:00:00.000Z',
    });
    const described = await sharp(plain)
      .withXmp(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="Паром"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`,
      )
      .jpeg()
      .toBuffer();
    const told = (await upload(journalist, described)).as<Media>();
    expect(told).toMatchObject({ headline: { ru: 'Паром' }, caption: { en: caption }, rightsEnd: null });
    const change = { version: told.version, caption: { en: `${caption} ${caption.slice(0, 300)}` } };
    expect((await journalist.request('PATCH', `/api/media/${told.id}`, change)).status).toBe(200);
  });

  it('turns the colours of other profiles into those of the web', async () => {
    const file = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#00ff00' } })
      .withIccProfile('p3')
      .jpeg({ quality: 100 })
      .toBuffer();
    const [raw] = await sharp(file).resize(1, 1).raw().toBuffer();
    const made = (await upload(journalist, file)).as<Media>();
    const { bytes } = await room.bytesOf(journalist, `/api/media/${made.id}/full/320.webp`);
    expect((await sharp(bytes).metadata()).icc).toBeUndefined();
    const shown = await sharp(bytes).resize(1, 1).raw().toBuffer();
    expect([raw, shown[0]! < 30, shown[1]! > 225, shown[2]! < 30]).toEqual([raw, true, true, true]);
  });

  describe('recordings and documents', () => {
    it('know their size and length, and lose the place where they were filmed', async () => {
      const made = madeOf(await uploadInParts(test, journalist, mp4(), { name: 'ferry.mp4' }));
      expect(made).toMatchObject({ kind: 'video', width: 640, height: 360, duration: 2, hasPlace: true });
      const { bytes, headers } = await room.bytesOf(journalist, `/api/media/${made.id}/original`);
      expect(bytes.includes('044.8271')).toBe(false);
      expect(bytes.length).toBe(mp4().length);
      expect(headers.get('content-type')).toBe('video/mp4');
    });

    it('are sent in ranges, and never as a page', async () => {
      const made = madeOf(await uploadInParts(test, journalist, mp4(), { name: 'ferry.mp4' }));
      const path = `/api/media/${made.id}/original`;
      const part = await room.bytesOf(journalist, path, { range: 'bytes=4-7' });
      expect([part.status, part.bytes.toString()]).toEqual([206, 'ftyp']);
      expect(part.headers.get('content-range')).toBe(`bytes 4-7/${mp4().length}`);
      expect((await room.bytesOf(journalist, path, { range: 'bytes=-4' })).bytes.length).toBe(4);
      expect((await room.bytesOf(journalist, path, { range: 'bytes=99999-' })).status).toBe(416);
      const document = madeOf(await uploadInParts(test, journalist, pdf(), { name: 'ə"report.pdf' }));
      const { headers } = await room.bytesOf(journalist, `/api/media/${document.id}/original`);
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="__report.pdf"; filename*=UTF-8''%C9%99%22report.pdf`,
      );
      expect(headers.get('content-security-policy')).toContain('sandbox');
      const sound = madeOf(await uploadInParts(test, journalist, mp3(), { name: 'drum.mp3' }));
      expect(sound).toMatchObject({ kind: 'audio', mimeType: 'audio/mpeg' });
    });
  });
});
