import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [sampleArticle(1), sampleArticle(2)];
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

describe('S10 cache poisoning and deception', () => {
  it.each([
    '/en/feed.xml',
    '/en/feed.json',
    '/en/news/story-2.md',
    '/en/news/story-2/article.ninjs.json',
    '/en/manifest.webmanifest',
    '/en/opensearch.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
  ])('gives every machine the same %s, whatever another one asked with it', async (path) => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', accept: 'text/evil' };
    const poisoned = await reader.get(`${path}?utm=evil&callback=evil`, evil);
    const innocent = await reader.get(path);
    expect([poisoned.status, innocent.status]).toEqual([200, 200]);
    expect(poisoned.body).toBe(innocent.body);
    expect(innocent.body).not.toContain('evil');
    expect(innocent.headers['cache-control']).toBe((await reader.get('/en/')).headers['cache-control']);
  });

  it('takes no words of a reader for its own last resort', async () => {
    const { status, body } = await reader.get('/en/search?q=%3Cbody+data-last-resort%3E');
    expect(status).toBe(200);
    expect(body).toContain('&lt;body data-last-resort');
  });

  it('gives every reader the same page, whatever host and forwarding headers another one sent', async () => {
    const evil = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-original-url': '/evil',
      'x-rewrite-url': '/evil',
      'accept-language': 'evil',
      cookie: 'evil=1',
    };
    const poisoned = await reader.get('/en/news/story-2', evil);
    const innocent = await reader.get('/en/news/story-2');
    expect(poisoned.body).toBe(innocent.body);
    expect(innocent.body).not.toMatch(/evil|gopher/);
    expect(innocent.body).toContain('<link rel="canonical" href="https://ledger.example/en/news/story-2"');
  });

  it('stores one page for every query that is not its own', async () => {
    const plain = await reader.get('/en/news/story-1');
    const before = newsroom.asked.length;
    for (const query of ['?utm_source=evil', '?older=3', '?__data.json', '?callback=evil', '?/login']) {
      expect((await reader.get(`/en/news/story-1${query}`)).body).toBe(plain.body);
    }
    expect(newsroom.asked.slice(before)).not.toContain('/api/public/en/articles/story-1');
  });

  it.each([
    '/en/news/story-1/x.css',
    '/en/news/story-1.css',
    '/en/news/story-1.md/x.css',
    '/en/news/story-1.md.css',
    '/en/news/story-1/article.ninjs.json/x.css',
    '/en/feed.xml/x.css',
    '/en/feed.json.css',
    '/en/manifest.webmanifest.js',
    '/sitemap.xml/x.css',
    '/card/0192f000-0000-7000-8005-000000000006/headline.png',
    '/icon/en/0123456789ab/193.png',
    '/en/news/story-1;x.css',
    '/en/news/story-1%2Fx.css',
    '/en/news/story-1%00',
    '/en//news/story-1',
    '/en/news/../news/story-1',
    '/en/news/%73tory-1',
    '/preview/../en/',
    '/_app/../../package.json',
    '/_app/immutable/assets/none.css',
  ])('knows no page at %s', async (path) => {
    const answer = await reader.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).not.toContain('public');
  });

  it('takes no methods but GET and HEAD, and no address of another server', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const answer = await reader.get('/en/', {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
    expect((await reader.get('http://evil.example/en/')).status).toBe(404);
    const head = await reader.get('/en/', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(1000);
  });
});
