import type { Article, MediaList, MediaPage, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';

describe('S7: a picture of the newsroom', () => {
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

  it('is seen by its uploader, and by nobody else before a story uses it', async () => {
    const made = await makePicture(journalist);
    for (const [person, status] of [
      [journalist, 200],
      [colleague, 404],
      [stranger, 404],
      [desk, 404],
    ] as const) {
      expect((await person.request('GET', `/api/media/${made.id}`)).status).toBe(status);
      expect((await room.bytesOf(person, `/api/media/${made.id}/full/320.webp`)).status).toBe(status);
    }
    expect((await room.bytesOf(null, `/api/media/${made.id}/full/320.webp`)).status).toBe(401);
  });

  it('is seen by whoever covers a story that uses it', async () => {
    const { id, version, articles } = await room.startStory();
    const [led, sent] = [
      await makePicture(journalist),
      await makePicture(journalist, { articleId: articles[0]!.id }),
    ];
    await journalist.request('PATCH', `/api/stories/${id}`, { version, leadMediaId: led.id });
    for (const made of [led, sent]) {
      expect((await colleague.request('GET', `/api/media/${made.id}`)).status).toBe(200);
      expect((await stranger.request('GET', `/api/media/${made.id}`)).status).toBe(404);
    }
    const seen = (await colleague.request('GET', '/api/media')).as<MediaPage>().items.map((item) => item.id);
    expect(seen).toEqual(expect.arrayContaining([led.id, sent.id]));
  });

  it('is seen by the story’s other writers once it stands in the text', async () => {
    const { articles } = await room.startStory();
    const made = await makePicture(journalist);
    await writeText(test, articles[0]!.id, journalist.id, withPicture(made.id));
    await expect.poll(async () => (await colleague.request('GET', `/api/media/${made.id}`)).status).toBe(200);
  });

  it('is told with all others of the article, to who may read that', async () => {
    const { id, version, articles } = await room.startStory();
    const article = articles[0]!.id;
    const [lead, shown, spare] = [
      await makePicture(journalist, { articleId: article }),
      await makePicture(journalist, { articleId: article }),
      await makePicture(journalist, { articleId: article }),
    ];
    await journalist.request('PATCH', `/api/stories/${id}`, { version, leadMediaId: lead.id });
    await writeText(test, article, journalist.id, withPicture(shown.id));
    const told = async () =>
      (await colleague.request('GET', `/api/articles/${article}/media`))
        .as<MediaList>()
        .items.map((item) => item.id);
    await expect.poll(told).toEqual([lead.id, shown.id].sort());
    expect(await told()).not.toContain(spare.id);
    expect((await stranger.request('GET', `/api/articles/${article}/media`)).status).toBe(404);
  });

  it('is not opened by writing its id into a foreign text, or making it a foreign lead', async () => {
    const made = await makePicture(journalist);
    const own = (
      await stranger.request('POST', '/api/stories', { language: 'en', sectionId: room.sectionId })
    ).as<Story>();
    const lead = await stranger.request('PATCH', `/api/stories/${own.id}`, {
      version: own.version,
      leadMediaId: made.id,
    });
    expect(lead.status).toBe(422);
    const article = own.articles[0]!.id;
    await writeText(test, article, stranger.id, withPicture(made.id));
    await expect
      .poll(async () => (await stranger.request('GET', `/api/articles/${article}`)).as<Article>().headline)
      .toBe('With a picture');
    expect((await stranger.request('GET', `/api/media/${made.id}`)).status).toBe(404);
    const told = await stranger.request('GET', `/api/articles/${article}/media`);
    expect(told.as<MediaList>().items).toEqual([]);
  });

  it('is public only while a published article shows it', async () => {
    const { id, version, articles } = await room.startStory();
    const article = articles[0]!.id;
    const made = await makePicture(journalist, { articleId: article });
    await writeText(test, article, journalist.id, makeContent('Shown to all'));
    await journalist.request('PATCH', `/api/stories/${id}`, { version, leadMediaId: made.id });
    const [{ key }] = (await test.dataSource.query(
      `select key from media_crop where media_id = $1 and crop = '3x2'`,
      [made.id],
    )) as [{ key: string }];
    const address = `/api/public/media/${key}/320.webp`;
    expect((await room.bytesOf(null, address)).status).toBe(404);
    const draft = (await desk.request('GET', `/api/articles/${article}`)).as<Article>();
    const published = (
      await desk.request('POST', `/api/articles/${article}/publish`, { version: draft.version })
    ).as<Article>();
    const shown = await room.bytesOf(null, address);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('public, max-age=86400');
    await desk.request('POST', `/api/articles/${article}/unpublish`, { version: published.version });
    expect((await room.bytesOf(null, address)).status).toBe(404);
    expect((await room.bytesOf(null, `/api/public/media/${made.id}/320.webp`)).status).toBe(404);
  });
});

const withPicture = (mediaId: string) => {
  const content = makeContent('With a picture');
  content.body.content.push({
    type: 'picture',
    attrs: { id: 'picture-1', mediaId, alt: null, credit: null },
    content: [{ type: 'caption' }],
  });
  return content;
};
