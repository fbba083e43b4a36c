import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Media, Problem, PublicArticle, Story, UploadOutcome } from '@broadsheet/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Writer } from '../../test/collaboration/writer.ts';
import { storedText } from '../../test/collaboration/newsroom.ts';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture, noise, upload } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { beginUpload, sendPart } from '../../test/factories/send-in-parts.ts';
import type { Answer } from '../../test/factories/send-request.ts';
import { startS3Server, type S3Server } from '../../test/s3-server.ts';

describe('F21 object-store-down: while the store of pictures does not answer', () => {
  let store: S3Server;
  let test: TestApp;
  let chief: TestPerson;
  let story: Story;
  let shown: Media;
  beforeAll(async () => {
    store = await startS3Server();
    test = await createTestApp(
      { jobPoll: 500, projectionDelay: 10, logPoll: 50 },
      {
        MEDIA_STORE: 's3://pictures/ledger',
        MEDIA_STORE_ENDPOINT: store.url,
        MEDIA_STORE_KEY: 'key',
        MEDIA_STORE_SECRET: 'secret',
      },
    );
    chief = await makePerson(test, { role: 'editor_in_chief' });
    const sectionId = (await makeSection(test)).id;
    story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    shown = await makePicture(chief, { width: 900, height: 700 });
  });
  afterEach(() => store.mend());
  afterAll(async () => {
    await test.close();
    await store.close();
  });

  const stored = ({ id }: Media) => [...store.objects.keys()].filter((key) => key.includes(id)).sort();
  /** A picture of which all is made that is made ahead, so that only the test asks the store about it. */
  const pictureAtRest = async (): Promise<Media> => {
    const made = await makePicture(chief, { width: 900, height: 700 });
    const cuts = () => stored(made).filter((key) => key.endsWith('.webp'));
    await expect.poll(() => cuts().length, { timeout: 25_000 }).toBe(4);
    return made;
  };
  const look = (path: string) => fetch(`${test.url}${path}`, { headers: { cookie: chief.cookie } });
  const isPlainlyRefused = ({ status, headers, body }: Answer) => {
    expect([status, headers.get('retry-after'), (body as Problem).code]).toEqual([
      503,
      '5',
      'STORE_UNAVAILABLE',
    ]);
    expect((body as Problem).detail).toMatch(/does not answer\. Nothing was changed; try again/);
  };
  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
  /** What is made ahead meanwhile has a copy there too, as long as it takes. */
  const nothingIncoming = () =>
    expect.poll(() => filesIn(join(test.env.DATA_DIR, 'media', 'incoming')), { timeout: 20_000 }).toEqual([]);
  const count = async (table: string) => {
    const [row]: { count: string }[] = await test.dataSource.query(`select count(*) from ${table}`);
    return row?.count;
  };

  it('an upload is refused in a sentence, and nothing of it is kept', async () => {
    const file = await noise(300, 200);
    const before = [await count('media'), await count('media_crop'), [...store.objects.keys()]];
    store.breakDown();
    isPlainlyRefused(await upload(chief, file));
    expect([await count('media'), await count('media_crop'), [...store.objects.keys()]]).toEqual(before);
    await nothingIncoming();
    store.mend();
    expect((await upload(chief, file)).status).toBe(201);
  });

  it('a file that came in parts waits here, and becomes one of the library without being sent again', async () => {
    const file = await noise(300, 200, 90);
    const address = await beginUpload(test, chief, file.length);
    store.breakDown();
    expect((await sendPart(test, chief, address, 0, file)).status).toBe(204);
    isPlainlyRefused(await chief.request('POST', `${address}/finish`, {}));
    store.mend();
    const made = (await chief.request('POST', `${address}/finish`, {})).as<UploadOutcome>().media!;
    expect(made).toMatchObject({ bytes: file.length, width: 300 });
    expect(store.objects.get(stored(made)[0]!)?.length).toBe(file.length);
  });

  it('a cut that is not made yet is asked for in vain, is not kept by any browser, and is made afterwards', async () => {
    const path = `/api/media/${shown.id}/16x9/640.jpg`;
    store.breakDown();
    const answer = await look(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect((await answer.json()) as Problem).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    store.mend();
    expect((await look(path)).status).toBe(200);
  });

  it('a file that breaks off on its way is the store’s fault, and half of it is never taken for the whole', async () => {
    const path = `/api/media/${shown.id}/16x9/800.jpg`;
    store.breakOff();
    expect((await (await look(path)).json()) as Problem).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await nothingIncoming();
    store.mend();
    expect((await look(path)).headers.get('content-type')).toBe('image/jpeg');
  });

  it('a file that should replace another does not, and the other is there as it was', async () => {
    const picture = await pictureAtRest();
    const file = await noise(500, 400);
    const address = await beginUpload(test, chief, file.length);
    await sendPart(test, chief, address, 0, file);
    const before = stored(picture);
    const replace = () =>
      chief.request('POST', `/api/media/${picture.id}/replace`, {
        uploadId: address.split('/').at(-1),
        version: picture.version,
      });
    store.breakDown();
    isPlainlyRefused(await replace());
    expect(stored(picture)).toEqual(before);
    store.mend();
    expect((await look(`/api/media/${picture.id}/original`)).status).toBe(200);
    expect((await replace()).as<Media>()).toMatchObject({ width: 500, version: picture.version + 1 });
  });

  it('what is taken away is gone for everybody at once, and its files go when the store is back', async () => {
    const picture = await pictureAtRest();
    // the questions of one try, each asked three times
    store.breakDown(3);
    expect((await chief.request('DELETE', `/api/media/${picture.id}`)).status).toBe(204);
    expect((await chief.request('GET', `/api/media/${picture.id}`)).status).toBe(404);
    await expect.poll(() => stored(picture)).toEqual([]);
  });

  it('one goes on writing and publishing: the page is whole, and its pictures come with the store', async () => {
    const article = story.articles[0]!.id;
    await writeText(test, article, chief.id, makeContent('The old ferry', ['Nine cars.']));
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: (await chief.request('GET', `/api/stories/${story.id}`)).as<Story>().version,
      leadMediaId: shown.id,
    });
    store.breakDown();
    const writer = new Writer({ url: test.url, cookie: chief.cookie, articleId: article });
    await writer.synced();
    writer.type(' And a dog.');
    await writer.saved();
    writer.leave();
    expect(await storedText(test, article)).toContain('Nine cars. And a dog.');
    const { version } = (await chief.request('GET', `/api/articles/${article}`)).as<Article>();
    const published = await chief.request('POST', `/api/articles/${article}/publish`, { version });
    expect([published.status, published.as<Article>().status]).toEqual([200, 'published']);
    const page = await fetch(`${test.url}/api/public/en/articles/the-old-ferry`);
    expect(((await page.json()) as PublicArticle).headline).toBe('The old ferry');
    const [crop]: { key: string }[] = await test.dataSource.query(
      'select key from published_media where article_id = $1 order by key limit 1',
      [article],
    );
    const readers = () => fetch(`${test.url}/api/public/media/${crop?.key}/480.jpg`);
    const dark = await readers();
    expect([dark.status, dark.headers.get('cache-control')]).toEqual([503, 'no-store']);
    store.mend();
    expect((await readers()).status).toBe(200);
  });
});
