import { existsSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  Article,
  Media,
  MediaCounts,
  MediaPage,
  MediaUses,
  Problem,
  Story,
  UploadOutcome,
} from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, upload } from '../../test/factories/make-picture.ts';
import { mp3, mp4, pdf } from '../../test/factories/make-recording.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { beginUpload, madeOf, sendPart, tusStep, uploadInParts } from '../../test/factories/send-in-parts.ts';
import { endingRightsOfArticle } from './media-rights.ts';
import { ResumableUploads } from './resumable-uploads.service.ts';

const noise = (width: number, height: number, mean = 128) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean, sigma: 40 } },
  })
    .jpeg()
    .toBuffer();
const drawing = (inside: string, size = 'width="300" height="200"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

describe('the media library', () => {
  let test: TestApp;
  let region: MadeNamed;
  let section: MadeNamed;
  let journalist: TestPerson;
  let colleague: TestPerson;
  let stranger: TestPerson;
  let desk: TestPerson;
  beforeAll(async () => {
    test = await createTestApp({ projectionDelay: 10, logPoll: 50, jobPoll: 500 });
    [region, section] = [await makeRegion(test), await makeSection(test)];
    const elsewhere = await makeRegion(test);
    journalist = await makePerson(test, { role: 'journalist', regions: [region.id] });
    colleague = await makePerson(test, { role: 'journalist', regions: [region.id] });
    stranger = await makePerson(test, { role: 'journalist', regions: [elsewhere.id] });
    desk = await makePerson(test, { role: 'desk_editor' });
  });
  afterAll(() => test.close());

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const folder = () => join(test.env.DATA_DIR, 'media', 'incoming');
  const stored = (id: string) => readdirSync(join(test.env.DATA_DIR, 'media', id)).sort();
  const bytesOf = async (person: TestPerson | null, path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${test.url}${path}`, {
      headers: { ...(person ? { cookie: person.cookie } : {}), ...headers },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const startStory = async (): Promise<Story> =>
    (await journalist.request('POST', '/api/stories', { language: 'en', sectionId: section.id })).as<Story>();
  const publish = async (articleId: string) => {
    const { version } = (await desk.request('GET', `/api/articles/${articleId}`)).as<Article>();
    return desk.request('POST', `/api/articles/${articleId}/publish`, { version });
  };
  /** A published story that this picture leads. */
  const publishedWith = async (
    headline: string,
    mediaId: string,
  ): Promise<{ story: Story; article: string }> => {
    const story = await startStory();
    const article = story.articles[0]!.id;
    await writeText(test, article, journalist.id, makeContent(headline));
    await journalist.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: mediaId,
    });
    expect((await publish(article)).status).toBe(200);
    return { story, article };
  };

  it('has tables as its entities say', async () => {
    const { upQueries } = await test.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  describe('S5: whichever way a file comes in', () => {
    const ways = [
      ['as a form', (file: Buffer, name: string) => upload(journalist, file, { name })],
      ['in parts', (file: Buffer, name: string) => uploadInParts(test, journalist, file, { name })],
    ] as const;
    const refusals: [string, string, () => Buffer | Promise<Buffer>, string][] = [
      [
        'a page that calls itself a picture',
        'a.jpg',
        () => Buffer.from('<!doctype html><script>1</script>'),
        'MEDIA_TYPE_REFUSED',
      ],
      ['an archive', 'a.zip', () => Buffer.from('PK\x03\x04 and more'), 'MEDIA_TYPE_REFUSED'],
      [
        'a picture of the iPhone that the decoder cannot read',
        'a.heic',
        () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
        'MEDIA_TYPE_REFUSED',
      ],
      [
        'S6: a picture of a hundred megapixels',
        'a.png',
        () =>
          sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } })
            .png({ compressionLevel: 9 })
            .toBuffer(),
        'MEDIA_TOO_LARGE',
      ],
      [
        'S6: a drawing of a hundred megapixels',
        'a.svg',
        () => drawing('<rect width="9" height="9"/>', 'width="10000" height="10000"'),
        'MEDIA_TOO_LARGE',
      ],
      [
        'S6: a drawing whose entities multiply',
        'a.svg',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>&b;</g></svg>'),
        'MEDIA_BROKEN',
      ],
      [
        'a picture that ends in the middle',
        'a.jpg',
        async () => (await noise(600, 600)).subarray(0, 9000),
        'MEDIA_BROKEN',
      ],
      ['a recording without an index', 'a.mp4', () => mp4().subarray(0, 60), 'MEDIA_BROKEN'],
      ['a document without an end', 'a.pdf', () => pdf().subarray(0, 12), 'MEDIA_BROKEN'],
    ];
    it.each(
      refusals.flatMap(([what, name, file, expected]) =>
        ways.map(([way, send]) => ({ what, way, name, file, expected, send })),
      ),
    )('refuses $what, sent $way, and keeps nothing of it', async ({ name, file, expected, send }) => {
      const answer = await send(await file(), name);
      expect(code(answer)).toBe(expected);
      expect((answer.body as Problem).detail).toMatch(/Nothing was kept/);
      const kept = await test.dataSource.query('select 1 from media where filename = $1', [name]);
      expect(kept).toEqual([]);
    });

    it.each(ways)('S20: keeps no path of a name, sent %s', async (_way, send) => {
      const answer = await send(await noise(40, 40), '../../etc/p\u202Easswd.jpg');
      const body = answer.body as Media & UploadOutcome;
      expect((body.media ?? body).filename).toBe('passwd.jpg');
    });
  });

  it('S4: keeps a drawing as pixels, without its scripts and without files beside it', async () => {
    const file = drawing(
      '<script>alert(1)</script><image href="original" width="9" height="9"/><rect width="300" height="200" fill="red"/>',
    );
    const made = madeOf(await uploadInParts(test, journalist, file, { name: 'map.svg' }));
    expect(made).toMatchObject({ kind: 'picture', mimeType: 'image/png', filename: 'map.png' });
    const original = await bytesOf(journalist, `/api/media/${made.id}/original`);
    expect(original.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('reads what the camera wrote, and gives readers whose it is but never where it was', async () => {
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
      takenAt: '2026-10-04T07:52:10.000Z',
      hasPlace: true,
    });
    await journalist.request('PATCH', `/api/media/${made.id}`, {
      version: made.version,
      creator: 'Rauf Əliyev',
    });
    for (const format of ['webp', 'jpg', 'avif']) {
      const { bytes } = await bytesOf(journalist, `/api/media/${made.id}/full/480.${format}`);
      const { exif, xmp } = await sharp(bytes).metadata();
      expect(xmp?.toString()).toContain('Rauf Əliyev');
      expect(exif).toBeUndefined();
      expect(bytes.includes('GPS')).toBe(false);
    }
  });

  it('turns the colours of other profiles into those of the web', async () => {
    const file = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#00ff00' } })
      .withIccProfile('p3')
      .jpeg({ quality: 100 })
      .toBuffer();
    const [raw] = await sharp(file).resize(1, 1).raw().toBuffer();
    const made = (await upload(journalist, file)).as<Media>();
    const { bytes } = await bytesOf(journalist, `/api/media/${made.id}/full/320.webp`);
    expect((await sharp(bytes).metadata()).icc).toBeUndefined();
    const shown = await sharp(bytes).resize(1, 1).raw().toBuffer();
    expect([raw, shown[0]! < 30, shown[1]! > 225, shown[2]! < 30]).toEqual([raw, true, true, true]);
  });

  describe('recordings and documents', () => {
    it('know their size and length, and lose the place where they were filmed', async () => {
      const made = madeOf(await uploadInParts(test, journalist, mp4(), { name: 'ferry.mp4' }));
      expect(made).toMatchObject({ kind: 'video', width: 640, height: 360, duration: 2, hasPlace: true });
      const { bytes, headers } = await bytesOf(journalist, `/api/media/${made.id}/original`);
      expect(bytes.includes('044.8271')).toBe(false);
      expect(bytes.length).toBe(mp4().length);
      expect(headers.get('content-type')).toBe('video/mp4');
    });

    it('are sent in ranges, and never as a page', async () => {
      const made = madeOf(await uploadInParts(test, journalist, mp4(), { name: 'ferry.mp4' }));
      const path = `/api/media/${made.id}/original`;
      const part = await bytesOf(journalist, path, { range: 'bytes=4-7' });
      expect([part.status, part.bytes.toString()]).toEqual([206, 'ftyp']);
      expect(part.headers.get('content-range')).toBe(`bytes 4-7/${mp4().length}`);
      expect((await bytesOf(journalist, path, { range: 'bytes=-4' })).bytes.length).toBe(4);
      expect((await bytesOf(journalist, path, { range: 'bytes=99999-' })).status).toBe(416);
      const document = madeOf(await uploadInParts(test, journalist, pdf(), { name: 'ə"report.pdf' }));
      const { headers } = await bytesOf(journalist, `/api/media/${document.id}/original`);
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="__report.pdf"; filename*=UTF-8''%C9%99%22report.pdf`,
      );
      expect(headers.get('content-security-policy')).toContain('sandbox');
      const sound = madeOf(await uploadInParts(test, journalist, mp3(), { name: 'drum.mp3' }));
      expect(sound).toMatchObject({ kind: 'audio', mimeType: 'audio/mpeg' });
    });
  });

  describe('an upload in parts', () => {
    it('goes on where the connection broke, and answers the same when asked twice', async () => {
      const file = await noise(300, 200);
      const address = await beginUpload(test, journalist, file.length, 'broken-line.jpg');
      await sendPart(test, journalist, address, 0, file.subarray(0, 1000));
      const seen = await tusStep(test, journalist, 'HEAD', address);
      expect(seen.headers.get('upload-offset')).toBe('1000');
      expect(code(await journalist.request('POST', `${address}/finish`, {}))).toBe('BAD_REQUEST');
      expect((await sendPart(test, journalist, address, 500, file.subarray(500))).status).toBe(409);
      expect((await sendPart(test, journalist, address, 1000, file.subarray(1000))).status).toBe(204);
      const made = madeOf(await journalist.request('POST', `${address}/finish`, {}));
      expect(madeOf(await journalist.request('POST', `${address}/finish`, {})).id).toBe(made.id);
    });

    it('S7: is its sender’s alone', async () => {
      const address = await beginUpload(test, journalist, 10);
      for (const [person, status] of [
        [colleague, 404],
        [desk, 404],
        [null, 401],
      ] as const) {
        expect((await tusStep(test, person, 'HEAD', address)).status).toBe(status);
        expect((await sendPart(test, person, address, 0, Buffer.alloc(10))).status).toBe(status);
        expect((await tusStep(test, person, 'DELETE', address)).status).toBe(status);
      }
      expect((await colleague.request('POST', `${address}/finish`, {})).status).toBe(404);
      expect((await tusStep(test, journalist, 'DELETE', address)).status).toBe(204);
      expect((await tusStep(test, journalist, 'HEAD', address)).status).toBe(404);
    });

    it('S22: takes no more than was announced, and announces no more than fits', async () => {
      const begun = await tusStep(test, journalist, 'POST', '/api/uploads', {
        headers: { 'upload-length': '2000000000' },
      });
      expect([begun.status, ((await begun.json()) as Problem).code]).toEqual([413, 'MEDIA_TOO_LARGE']);
      const address = await beginUpload(test, journalist, 10);
      await sendPart(test, journalist, address, 0, Buffer.alloc(5000)).catch(() => undefined);
      const seen = await tusStep(test, journalist, 'HEAD', address);
      expect(Number(seen.headers.get('upload-offset'))).toBeLessThanOrEqual(10);
    });

    it('F19: says that the disk is full, and what had come can go on', async () => {
      const address = await beginUpload(test, journalist, 5000);
      const path = join(folder(), basename(address));
      rmSync(path);
      symlinkSync('/dev/full', path);
      const answer = await sendPart(test, journalist, address, 0, Buffer.alloc(5000, 7));
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([507, 'STORAGE_FULL']);
      rmSync(path);
      expect(await test.dataSource.query(`select 1 from media where bytes = 5000`)).toEqual([]);
    });

    it('is forgotten when it never came whole', async () => {
      const address = await beginUpload(test, journalist, 10);
      const path = join(folder(), basename(address));
      expect(existsSync(path)).toBe(true);
      await test.dataSource.query(
        `update media_upload set created_at = now() - interval '25 hours' where id = $1`,
        [basename(address)],
      );
      const old = new Date(Date.now() - 25 * 3_600_000);
      utimesSync(path, old, old);
      await test.app.get(ResumableUploads, { strict: false }).clean();
      expect(existsSync(path)).toBe(false);
      expect((await tusStep(test, journalist, 'HEAD', address)).status).toBe(404);
    });
  });

  it('offers what it holds already, and keeps both when that is wanted', async () => {
    const file = await noise(200, 200, 90);
    const first = madeOf(await uploadInParts(test, journalist, file, { name: 'one.jpg' }));
    const asked = await uploadInParts(test, journalist, file, { name: 'two.jpg', onDuplicate: 'ask' });
    expect(asked.as<UploadOutcome>()).toMatchObject({ media: null, duplicates: [{ id: first.id }] });
    const foreign = await uploadInParts(test, stranger, file, { name: 'three.jpg', onDuplicate: 'ask' });
    expect(madeOf(foreign).id).not.toBe(first.id);
    expect(madeOf(await uploadInParts(test, journalist, file, { name: 'two.jpg' })).id).not.toBe(first.id);
  });

  it('makes what its screens show ahead, on a job, and everything of a published picture', async () => {
    const made = await makePicture(journalist, { width: 700, height: 500 });
    await expect.poll(() => stored(made.id).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
    const before = stored(made.id);
    await publishedWith('Made ahead', made.id);
    await expect
      .poll(() => stored(made.id).filter((name) => name.endsWith('-640.avif')).length, { timeout: 30_000 })
      .toBe(3);
    expect(stored(made.id)).toEqual(expect.arrayContaining(before));
  });

  describe('its filters', () => {
    it('find by kind, uploader, rights, use and missing alt text, and count what asks for something', async () => {
      const someone = await makePerson(test, { role: 'journalist', regions: [(await makeRegion(test)).id] });
      const bare = madeOf(await uploadInParts(test, someone, await noise(50, 50, 60), { name: 'bare.jpg' }));
      const told = await makePicture(someone);
      const sound = madeOf(await uploadInParts(test, someone, mp3(), { name: 'sound.mp3' }));
      await someone.request('PATCH', `/api/media/${told.id}`, {
        version: told.version,
        rightsEnd: '2020-01-31',
        keywords: ['harbour'],
      });
      const found = async (query: string) =>
        (await someone.request('GET', `/api/media?${query}`))
          .as<MediaPage>()
          .items.map(({ id }) => id)
          .sort();
      expect(await found('kind=audio')).toEqual([sound.id]);
      expect(await found('kind=picture&noAlt=any')).toEqual([bare.id]);
      expect(await found('noAlt=hy')).toEqual([bare.id]);
      expect(await found('rights=ended')).toEqual([told.id]);
      expect(await found('search=harbour')).toEqual([told.id]);
      expect(await found(`uploader=${journalist.id}&used=no`)).toEqual([]);
      expect(await found('uploader=me&from=2020-01-01&to=2099-01-01')).toEqual(
        [bare.id, told.id, sound.id].sort(),
      );
      expect((await someone.request('GET', '/api/media/counts')).as<MediaCounts>()).toEqual({
        all: 3,
        noAlt: 1,
        rightsEnding: 1,
      });
      expect((await someone.request('GET', '/api/media?colour=red')).status).toBe(422);
    });
  });

  describe('rights', () => {
    it('warn before they end, and then keep an article from readers', async () => {
      const made = await makePicture(journalist);
      const story = await startStory();
      const article = story.articles[0]!.id;
      await writeText(test, article, journalist.id, makeContent('Borrowed picture'));
      await journalist.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        leadMediaId: made.id,
      });
      const ends = async (rightsEnd: string | null) => {
        const { version } = (await journalist.request('GET', `/api/media/${made.id}`)).as<Media>();
        await journalist.request('PATCH', `/api/media/${made.id}`, { version, rightsEnd });
      };
      const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      await ends(soon);
      expect(await endingRightsOfArticle(test.dataSource, article)).toEqual([
        { mediaId: made.id, filename: 'photo.jpg', rightsEnd: soon, hasEnded: false },
      ]);
      await ends('2020-01-31');
      const refused = await publish(article);
      expect(refused.status).toBe(422);
      expect((refused.body as Problem).errors).toEqual([
        expect.objectContaining({ reason: 'rights_expired' }),
      ]);
      await ends(null);
      expect((await publish(article)).status).toBe(200);
    });
  });

  describe('uses', () => {
    it('are named as far as one may read them (S7), and keep a file from being deleted', async () => {
      const made = await makePicture(journalist);
      const { article } = await publishedWith('Where it is used', made.id);
      const uses = (await journalist.request('GET', `/api/media/${made.id}/uses`)).as<MediaUses>();
      expect(uses).toEqual({
        uses: [
          expect.objectContaining({
            articleId: article,
            isLead: true,
            published: '/en/news/where-it-is-used',
          }),
        ],
        hidden: 0,
      });
      expect((await stranger.request('GET', `/api/media/${made.id}/uses`)).status).toBe(404);
      const refused = await journalist.request('DELETE', `/api/media/${made.id}`);
      expect([refused.status, code(refused)]).toEqual([409, 'IN_USE']);
      expect((refused.body as Problem).detail).toContain('“Where it is used” (en)');
      // its uploader may see that somebody uses it, and not who
      const lent = await makePicture(journalist);
      await publishedWith('Lent', lent.id);
      await test.dataSource.query('update media set uploaded_by_id = $2 where id = $1', [
        lent.id,
        stranger.id,
      ]);
      expect((await stranger.request('GET', `/api/media/${lent.id}/uses`)).as<MediaUses>()).toEqual({
        uses: [],
        hidden: 1,
      });
      expect((await stranger.request('DELETE', `/api/media/${lent.id}`)).status).toBe(409);
    });

    it('in a gallery or as a film’s poster count too', async () => {
      const made = await makePicture(journalist);
      const { articles } = await startStory();
      const content = makeContent('Gallery');
      const picture = (id: string) => ({
        type: 'picture' as const,
        attrs: { id, mediaId: made.id, alt: null, credit: null },
        content: [{ type: 'caption' as const }],
      });
      content.body.content.push({
        type: 'gallery',
        attrs: { id: 'gall01', title: null },
        content: [picture('pic001'), picture('pic002')],
      });
      await writeText(test, articles[0]!.id, journalist.id, content);
      await expect
        .poll(
          async () =>
            (await journalist.request('GET', `/api/media/${made.id}/uses`)).as<MediaUses>().uses.length,
        )
        .toBe(1);
      expect((await colleague.request('GET', `/api/media/${made.id}`)).status).toBe(200);
    });

    it('gone, the file is deleted whole', async () => {
      const made = await makePicture(journalist);
      expect((await colleague.request('DELETE', `/api/media/${made.id}`)).status).toBe(404);
      expect((await journalist.request('DELETE', `/api/media/${made.id}`)).status).toBe(204);
      expect((await journalist.request('GET', `/api/media/${made.id}`)).status).toBe(404);
      expect(existsSync(join(test.env.DATA_DIR, 'media', made.id))).toBe(false);
    });
  });

  describe('replaced everywhere', () => {
    const replaceWith = async (person: TestPerson, id: string, file: Buffer) => {
      const address = await beginUpload(test, person, file.length, 'better.jpg');
      await sendPart(test, person, address, 0, file);
      const { version } = (await person.request('GET', `/api/media/${id}`)).as<Media>();
      return person.request('POST', `/api/media/${id}/replace`, { uploadId: basename(address), version });
    };
    const shown = async (slug: string) => {
      const answer = await fetch(`${test.url}/api/public/en/articles/${slug}`);
      return ((await answer.json()) as { picture: { keys: Record<string, string>; width: number } }).picture;
    };

    it('has new addresses, and published pages follow while the draft stays a draft', async () => {
      const made = await makePicture(journalist);
      const { article } = await publishedWith('Replaced', made.id);
      const before = await shown('replaced');
      const answer = await replaceWith(desk, made.id, await noise(500, 400));
      expect(answer.status).toBe(200);
      expect(answer.as<Media>()).toMatchObject({ id: made.id, width: 500, alt: made.alt });
      const after = await shown('replaced');
      expect(after.width).toBe(500);
      expect(after.keys['full']).not.toBe(before.keys['full']);
      expect((await bytesOf(null, `/api/public/media/${before.keys['full']}/320.webp`)).status).toBe(404);
      const { bytes } = await bytesOf(null, `/api/public/media/${after.keys['full']}/640.webp`);
      expect((await sharp(bytes).metadata()).width).toBe(500);
      expect((await desk.request('GET', `/api/articles/${article}`)).as<Article>()).toMatchObject({
        status: 'published',
        changedSincePublication: false,
      });
      expect(stored(made.id).filter((name) => name.startsWith('original'))).toHaveLength(1);
    });

    it('S7: not by somebody who may not publish the pages that show it', async () => {
      const made = await makePicture(journalist);
      await publishedWith('Not replaced', made.id);
      expect((await replaceWith(journalist, made.id, await noise(500, 400))).status).toBe(403);
      expect((await shown('not-replaced')).width).toBe(made.width);
    });

    it('not by a file of another kind', async () => {
      const made = await makePicture(journalist);
      expect(code(await replaceWith(journalist, made.id, mp3()))).toBe('MEDIA_TYPE_REFUSED');
    });
  });
});
