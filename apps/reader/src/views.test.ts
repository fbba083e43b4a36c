import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let newsroom: StandInNewsroom;
let reader: TestReader;

beforeEach(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = Array.from({ length: 30 }, (_, i) => sampleArticle(i + 1));
  await newsroom.start();
  reader = await runReader(newsroom, { VIEW_BATCH_SECONDS: '0.05', TRUSTED_PROXIES: '127.0.0.1' });
  await vi.waitFor(() => {
    expect(newsroom.followers).toBe(1);
  });
});
afterEach(async () => {
  await reader.stop();
  await newsroom.stop();
});

const { id } = sampleArticle(3);
const tell = async (body: string, headers: Record<string, string> = {}, path = '/views') =>
  fetch(`http://127.0.0.1:${String(reader.port)}${path}`, {
    method: 'POST',
    body,
    headers: { 'user-agent': firefox, 'sec-fetch-site': 'same-origin', ...headers },
  });
const counted = (views: Record<string, number>) =>
  vi.waitFor(() => {
    expect(Object.fromEntries(newsroom.views)).toEqual(views);
  });

describe('views of a story', () => {
  it('are told by its page, and by no page that is a preview', async () => {
    expect((await reader.get('/en/news/story-3')).body).toContain(`data-view="${id}"`);
    newsroom.previews.set('token', sampleArticle(4));
    expect((await reader.get('/preview/token')).body).not.toContain('data-view');
  });

  it('reach the newsroom once for each reader, whom a trusted proxy names', async () => {
    const answers = [
      await tell(id, { 'x-forwarded-for': '192.0.2.1' }),
      await tell(id, { 'x-forwarded-for': '192.0.2.1' }),
      await tell(id, { 'x-forwarded-for': '192.0.2.2' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
    expect(answers[0]?.headers.get('set-cookie')).toBeNull();
    await counted({ [id]: 2 });
  });

  it('are not told by robots, by other sites, or with anything but an id', async () => {
    await tell(id, {
      'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    });
    await tell(id, { 'sec-fetch-site': 'cross-site' });
    await tell("'; drop table article_views; --");
    await tell('');
    expect((await tell('x'.repeat(100_000))).status).toBe(413);
    const other = sampleArticle(5).id;
    await tell(other);
    await counted({ [other]: 1 });
  });

  it('keep the page as it is in the store: the same bytes for everybody', async () => {
    const before = await reader.get('/en/news/story-3');
    await tell(id);
    await counted({ [id]: 1 });
    const after = await reader.get('/en/news/story-3');
    expect(after.headers.etag).toBe(before.headers.etag);
    expect(newsroom.asked.filter((path) => path.endsWith('/articles/story-3/page'))).toHaveLength(1);
  });

  it('stand on the page of the story and in the list of what is most read, where the site wants them', async () => {
    for (const number of [3, 5, 7]) newsroom.views.set(sampleArticle(number).id, number * 1000);
    expect((await reader.get('/en/news/story-3')).body).toContain('3,000');
    const { body } = await reader.get('/en/');
    expect(body).toContain('Most read');
    expect(body.indexOf('7,000 views')).toBeGreaterThan(-1);
    expect(body.indexOf('7,000 views')).toBeLessThan(body.indexOf('3,000 views'));
  });

  it('are posted to this one address alone', async () => {
    expect((await tell(id, {}, '/en/')).status).toBe(405);
    expect((await tell(id, {}, '/views?id=1')).status).toBe(405);
  });
});
