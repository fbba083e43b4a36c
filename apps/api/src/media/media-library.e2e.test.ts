import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article, Media, MediaCounts, MediaPage, MediaUses, Problem } from '@broadsheet/types';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, noise } from '../../test/factories/make-picture.ts';
import { mp3 } from '../../test/factories/make-recording.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { beginUpload, madeOf, sendPart, uploadInParts } from '../../test/factories/send-in-parts.ts';
import { endingRightsOfArticle } from './media-rights.ts';

describe('the media library', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  let colleague: TestPerson;
  let stranger: TestPerson;
  let desk: TestPerson;
  beforeAll(async () => {
    room = await MediaRoom.open();
    ({ test, journalist, colleague, stranger, desk } = room);
  });
  afterAll(() => room.close());

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;

  it('has tables as its entities say', async () => {
    const { upQueries } = await test.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('makes what its screens show ahead, on a job, and everything of a published picture', async () => {
    const made = await makePicture(journalist, { width: 700, height: 500 });
    await expect.poll(() => room.stored(made.id).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
    const before = room.stored(made.id);
    await room.publishedWith('Made ahead', made.id);
    await expect
      .poll(() => room.stored(made.id).filter((name) => name.endsWith('-640.avif')).length, {
        timeout: 30_000,
      })
      .toBe(3);
    expect(room.stored(made.id)).toEqual(expect.arrayContaining(before));
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
      expect(await found('rights=ending')).toEqual([]);
      const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      await someone.request('PATCH', `/api/media/${sound.id}`, { version: sound.version, rightsEnd: soon });
      expect(await found('rights=ending')).toEqual([sound.id]);
      expect(await found('rights=ended')).toEqual([told.id]);
      expect(await found('search=harbour')).toEqual([told.id]);
      expect(await found(`uploader=${journalist.id}&used=no`)).toEqual([]);
      expect(await found('uploader=me&from=2020-01-01&to=2099-01-01')).toEqual(
        [bare.id, told.id, sound.id].sort(),
      );
      expect((await someone.request('GET', '/api/media/counts')).as<MediaCounts>()).toEqual({
        all: 3,
        noAlt: 1,
        rightsEnded: 1,
        rightsEnding: 1,
      });
      expect((await someone.request('GET', '/api/media?colour=red')).status).toBe(422);
    });
  });

  describe('rights', () => {
    it('warn before they end, and then keep an article from readers', async () => {
      const made = await makePicture(journalist);
      const story = await room.startStory();
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
      const refused = await room.publish(article);
      expect(refused.status).toBe(422);
      expect((refused.body as Problem).errors).toEqual([
        expect.objectContaining({ reason: 'rights_expired' }),
      ]);
      await ends(null);
      expect((await room.publish(article)).status).toBe(200);
    });
  });

  describe('uses', () => {
    it('are named as far as one may read them (S7), and keep a file from being deleted', async () => {
      const made = await makePicture(journalist);
      const { article } = await room.publishedWith('Where it is used', made.id);
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
      await room.publishedWith('Lent', lent.id);
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
      const { articles } = await room.startStory();
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
      const { article } = await room.publishedWith('Replaced', made.id);
      const before = await shown('replaced');
      const answer = await replaceWith(desk, made.id, await noise(500, 400));
      expect(answer.status).toBe(200);
      expect(answer.as<Media>()).toMatchObject({ id: made.id, width: 500, alt: made.alt });
      const after = await shown('replaced');
      expect(after.width).toBe(500);
      expect(after.keys['full']).not.toBe(before.keys['full']);
      expect((await room.bytesOf(null, `/api/public/media/${before.keys['full']}/320.webp`)).status).toBe(
        404,
      );
      const { bytes } = await room.bytesOf(null, `/api/public/media/${after.keys['full']}/640.webp`);
      expect((await sharp(bytes).metadata()).width).toBe(500);
      expect((await desk.request('GET', `/api/articles/${article}`)).as<Article>()).toMatchObject({
        status: 'published',
        changedSincePublication: false,
      });
      expect(room.stored(made.id).filter((name) => name.startsWith('original'))).toHaveLength(1);
    });

    it('S7: not by somebody who may not publish the pages that show it', async () => {
      const made = await makePicture(journalist);
      await room.publishedWith('Not replaced', made.id);
      expect((await replaceWith(journalist, made.id, await noise(500, 400))).status).toBe(403);
      expect((await shown('not-replaced')).width).toBe(made.width);
    });

    it('not by a file of another kind', async () => {
      const made = await makePicture(journalist);
      expect(code(await replaceWith(journalist, made.id, mp3()))).toBe('MEDIA_TYPE_REFUSED');
    });
  });
});
