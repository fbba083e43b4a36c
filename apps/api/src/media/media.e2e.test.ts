import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaMaxBytes, type Article, type Media, type Problem, type Story } from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, upload } from '../../test/factories/make-picture.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { vastPicture } from '../../test/factories/vast-picture.ts';
import { UploadsService } from './uploads.service.ts';

describe('a picture of the newsroom', () => {
  let test: TestApp;
  let region: MadeNamed;
  let section: MadeNamed;
  let journalist: TestPerson;
  let desk: TestPerson;
  beforeAll(async () => {
    test = await createTestApp({ projectionDelay: 10, logPoll: 50 });
    [region, section] = [await makeRegion(test), await makeSection(test)];
    journalist = await makePerson(test, { role: 'journalist', regions: [region.id] });
    desk = await makePerson(test, { role: 'desk_editor' });
  });
  afterAll(() => test.close());

  const bytesOf = async (person: TestPerson | null, path: string) => {
    const answer = await fetch(`${test.url}${path}`, person ? { headers: { cookie: person.cookie } } : {});
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const story = async (): Promise<Story> =>
    (await journalist.request('POST', '/api/stories', { language: 'en', sectionId: section.id })).as<Story>();
  const code = (answer: { body: unknown }) => (answer.body as Problem).code;

  describe('when it is sent in', () => {
    it('keeps its size after turning and the words that its camera wrote into it', async () => {
      const file = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#123' } })
        .withMetadata({ orientation: 6 })
        .withExif({ IFD0: { Artist: 'Rauf Aliyev', ImageDescription: 'A bridge' } })
        .jpeg()
        .toBuffer();
      const answer = await upload(journalist, file, { name: '../../etc/körpü.jpg' });
      expect(answer.status).toBe(201);
      expect(answer.as<Media>()).toMatchObject({
        filename: 'körpü.jpg',
        mimeType: 'image/jpeg',
        credit: 'Rauf Aliyev',
      });
      expect(answer.as<Media>().caption).toEqual({ en: 'A bridge' });
      expect([answer.as<Media>().width, answer.as<Media>().height]).toEqual([200, 400]);
    });

    it('is looked at for its colour, unless one can see through it', async () => {
      const tintOf = async (channels: 3 | 4, background: string) => {
        const file = await sharp({ create: { width: 50, height: 40, channels, background } })
          .png()
          .toBuffer();
        const { id } = (await upload(journalist, file)).as<Media>();
        const [row] = (await test.dataSource.query('select tint from media where id = $1', [id])) as [
          { tint: string | null },
        ];
        return row.tint;
      };
      expect(await tintOf(3, '#8fb4c9')).toBe('#8fb4c9');
      expect(await tintOf(4, '#8fb4c980')).toBeNull();
    });

    it.each([
      [
        'a script that calls itself a picture',
        Buffer.from('<script>alert(1)</script>'),
        'MEDIA_TYPE_REFUSED',
      ],
      ['a page', Buffer.from('<!doctype html><p>Hello'), 'MEDIA_TYPE_REFUSED'],
      ['nothing at all', Buffer.alloc(0), 'MEDIA_EMPTY'],
    ])('refuses %s', async (_what, file, expected) => {
      expect(code(await upload(journalist, file))).toBe(expected);
    });

    it('refuses a picture that ends in the middle, and keeps nothing of it', async () => {
      const noise = await sharp({
        create: {
          width: 600,
          height: 600,
          channels: 3,
          background: '#000',
          noise: { type: 'gaussian', mean: 128, sigma: 60 },
        },
      })
        .jpeg()
        .toBuffer();
      expect(code(await upload(journalist, noise.subarray(0, noise.length / 2)))).toBe('MEDIA_BROKEN');
      expect(readdirSync(join(test.env.DATA_DIR, 'media', 'incoming'))).toEqual([]);
    });

    it('refuses more bytes than it takes, and keeps nothing of them', async () => {
      const answer = await upload(journalist, Buffer.alloc(mediaMaxBytes + 1, 0xff));
      expect(answer.status).toBe(413);
      expect(code(answer)).toBe('MEDIA_TOO_LARGE');
      expect(readdirSync(join(test.env.DATA_DIR, 'media', 'incoming'))).toEqual([]);
    });

    it('forgets what a crash left half-written, once it is a day old', async () => {
      const folder = join(test.env.DATA_DIR, 'media', 'incoming');
      const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
      for (const name of ['old', 'new']) writeFileSync(join(folder, name), 'half');
      utimesSync(join(folder, 'old'), yesterday, yesterday);
      await test.app.get(UploadsService, { strict: false }).onApplicationBootstrap();
      expect(readdirSync(folder)).toEqual(['new']);
      rmSync(join(folder, 'new'));
    });

    it('asks for a file where there is none', async () => {
      expect((await journalist.request('POST', '/api/media', new FormData())).status).toBe(400);
      expect((await journalist.request('POST', '/api/media', { file: 'x' })).status).toBe(400);
    });
  });

  describe('image bombs (S6)', () => {
    it('refuses a small file that holds more pixels than memory, without decoding it', async () => {
      const bomb = vastPicture(12_000, 12_000);
      expect(await sharp(bomb).metadata()).toMatchObject({ format: 'png', width: 12_000, height: 12_000 });
      expect(bomb.length).toBeLessThan(2_000_000);
      const answer = await upload(journalist, bomb);
      expect(code(answer)).toBe('MEDIA_TOO_LARGE');
    });
  });

  describe('in renditions', () => {
    it('is cut to the crop, never made wider than it is, and turned upright', async () => {
      const made = await makePicture(journalist, { width: 700, height: 700 });
      const full = await bytesOf(journalist, `/api/media/${made.id}/full/1280.webp`);
      expect(full.headers.get('content-type')).toBe('image/webp');
      expect(await sharp(full.bytes).metadata()).toMatchObject({ width: 700, height: 700, format: 'webp' });
      const wide = await bytesOf(journalist, `/api/media/${made.id}/16x9/640.jpg`);
      expect(await sharp(wide.bytes).metadata()).toMatchObject({ width: 640, height: 360, format: 'jpeg' });
      const small = await bytesOf(journalist, `/api/media/${made.id}/16x9/320.avif`);
      expect(small.headers.get('content-type')).toBe('image/avif');
      expect(await sharp(small.bytes).metadata()).toMatchObject({
        width: 320,
        height: 180,
        compression: 'av1',
      });
    });

    it('is the same whatever version a page names, so that it may have another address for each', async () => {
      const made = await makePicture(journalist);
      const address = `/api/media/${made.id}/3x2/320.webp`;
      const named = await bytesOf(journalist, `${address}?version=${made.version}`);
      expect(named.status).toBe(200);
      expect(named.bytes.equals((await bytesOf(journalist, address)).bytes)).toBe(true);
    });

    it('is made in the widths of the list only', async () => {
      const made = await makePicture(journalist);
      for (const file of ['641.webp', '0640.webp', '640.png', '640.webp.jpg', '..%2f..%2foriginal'])
        expect((await bytesOf(journalist, `/api/media/${made.id}/full/${file}`)).status).toBe(404);
      expect((await bytesOf(journalist, `/api/media/${made.id}/4x3/640.webp`)).status).toBe(404);
    });

    it('is made once, however many ask at the same time', async () => {
      const made = await makePicture(journalist, { width: 1100, height: 800 });
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => bytesOf(journalist, `/api/media/${made.id}/3x2/960.webp`)),
      );
      expect(new Set(answers.map((answer) => answer.bytes.toString('base64'))).size).toBe(1);
      const files = readdirSync(join(test.env.DATA_DIR, 'media', made.id));
      expect(files.filter((file) => file.endsWith('-960.webp'))).toHaveLength(1);
    });
  });

  it('gets new addresses for its cuts when the focal point moves, and readers keep the old until the next publication', async () => {
    const { id, version, articles } = await story();
    const article = articles[0]!.id;
    const made = await makePicture(journalist, { articleId: article });
    await writeText(test, article, journalist.id, makeContent('Cut anew'));
    await journalist.request('PATCH', `/api/stories/${id}`, { version, leadMediaId: made.id });
    const draft = (await desk.request('GET', `/api/articles/${article}`)).as<Article>();
    await desk.request('POST', `/api/articles/${article}/publish`, { version: draft.version });
    const keys = async () => {
      const answer = await fetch(`${test.url}/api/public/en/articles/cut-anew`);
      return ((await answer.json()) as { picture: { keys: Record<string, string> } }).picture.keys;
    };
    const before = await keys();
    await journalist.request('PATCH', `/api/media/${made.id}`, {
      version: made.version,
      focalPoint: { x: 0.1, y: 0.2 },
    });
    expect(await keys()).toEqual(before);
    const changed = (await desk.request('GET', `/api/articles/${article}`)).as<Article>();
    expect(changed).toMatchObject({ changedSincePublication: true });
    await desk.request('POST', `/api/articles/${article}/publish`, { version: changed.version });
    const after = await keys();
    expect(after['full']).toBe(before['full']);
    expect(after['3x2']).not.toBe(before['3x2']);
    expect((await bytesOf(null, `/api/public/media/${before['3x2']}/320.webp`)).status).toBe(404);
    expect((await bytesOf(null, `/api/public/media/${after['3x2']}/320.webp`)).status).toBe(200);
  });
});
