import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = Array.from({ length: 30 }, (_, i) => sampleArticle(i + 1));
  newsroom.gone.add('en/gone');
  newsroom.previews.set('token', sampleArticle(9));
  newsroom.media.set('lead1/640.webp', Buffer.from('picture'));
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const short = (key: string) => crc32(key).toString(16).padStart(8, '0');
const keysOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['surrogate-key']).split(' ');

describe('S27 what caches in front of the site are told', () => {
  it.each(['/en/', '/en/news/story-1', '/en/section/politics', '/en/feed.xml', '/sitemap.xml'])(
    'keep %s for a minute, readers ask each time',
    async (path) => {
      const { headers } = await reader.get(path);
      expect(headers['cache-control']).toBe(
        'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400',
      );
      expect(headers.etag).toMatch(/^"[\w-]{22}(-br0?|-gz0?)?"$/);
    },
  );

  it.each(['/en/news/none', '/en/news/gone', '/preview/token', '/'])('keep nothing of %s', async (path) => {
    const { headers } = await reader.get(path);
    expect(headers['cache-control']).toMatch(/^no-(store|cache)$/);
    expect([headers['surrogate-key'], headers['cache-tag']]).toEqual([undefined, undefined]);
  });

  it('purge an article by its own key, and a front by the story that stands on it', async () => {
    const { id } = sampleArticle(3);
    expect(keysOf(await reader.get('/en/news/story-3'))).toContain(short(`article:${id}`));
    expect(keysOf(await reader.get('/en/'))).toEqual(
      expect.arrayContaining([short('site'), short(`card:${sampleArticle(30).id}`)]),
    );
    expect(keysOf(await reader.get('/media/lead1/640.webp'))).toEqual([short('media:lead1')]);
  });

  it('are told the same twice, in few words', async () => {
    const { headers } = await reader.get('/en/');
    expect(String(headers['cache-tag']).split(',')).toEqual(keysOf({ headers }));
    expect(String(headers['surrogate-key']).length).toBeLessThan(2000);
  });
});

describe('what is asked for by its date alone', () => {
  const article = (number: number) => {
    const found = newsroom.articles.find(({ slug }) => slug === `story-${String(number)}`);
    if (!found) throw new Error('No such story in the sample.');
    return found;
  };

  it.each([
    {
      what: 'an older story is withdrawn',
      path: '/en/feed.xml',
      happen: () => {
        newsroom.gone.add('en/story-20');
        return ['list:en:home'];
      },
    },
    {
      what: 'an older story gets another address',
      path: '/en/feed.json',
      happen: () => {
        article(21).slug = 'elsewhere';
        return ['list:en:home'];
      },
    },
    {
      what: 'a topic gets another name',
      path: '/en/news/story-8/article.ninjs.json',
      happen: () => {
        article(8).topics = article(8).topics.map((topic) => ({ ...topic, name: 'Peaks' }));
        return [`article:${article(8).id}`];
      },
    },
  ])('is sent anew when $what ($path)', async ({ path, happen }) => {
    await vi.waitFor(() => {
      expect(newsroom.followers).toBe(1);
    });
    const date = String((await reader.get(path)).headers['last-modified']);
    const ask = () => reader.get(path, { 'if-modified-since': date });
    expect((await ask()).status).toBe(304);
    newsroom.announce(happen());
    await vi.waitFor(async () => {
      expect((await ask()).status).toBe(200);
    });
    expect((await ask()).headers).toMatchObject({
      'last-modified': expect.stringMatching(/ GMT$/) as string,
      etag: expect.any(String) as string,
    });
  });
});

describe('a page packed for its readers', () => {
  const path = '/en/news/story-5';

  it('is packed fast for the first reader, small from the second on, and each still has what it got', async () => {
    const take = (encoding: string, known?: string) =>
      reader.get(path, { 'accept-encoding': encoding, ...(known ? { 'if-none-match': known } : {}) });
    for (const [encoding, tag] of [
      ['br', /-br"$/],
      ['gzip', /-gz"$/],
    ] as const) {
      const first = await take(encoding);
      expect([first.headers['content-encoding'], first.headers.vary]).toEqual([encoding, 'accept-encoding']);
      expect(first.headers.etag).not.toMatch(tag);
      const small = await vi.waitFor(async () => {
        const answer = await take(encoding);
        expect(answer.headers.etag).toMatch(tag);
        return answer;
      });
      expect(Number(small.headers['content-length'])).toBeLessThan(Number(first.headers['content-length']));
      expect((await take(encoding, String(first.headers.etag))).status).toBe(304);
      expect((await take(encoding, String(small.headers.etag))).status).toBe(304);
      expect((await take('identity', String(small.headers.etag))).status).toBe(200);
    }
  });

  it('is packed faster still for the first readers whose browser takes zstd, and small for those who follow', async () => {
    const take = (known?: string) =>
      reader.get('/en/news/story-6', {
        'accept-encoding': 'gzip, deflate, br, zstd',
        ...(known ? { 'if-none-match': known } : {}),
      });
    const first = await take();
    expect(first.headers['content-encoding']).toBe('zstd');
    await vi.waitFor(async () => {
      expect((await take()).headers['content-encoding']).toBe('br');
    });
    expect((await take(String(first.headers.etag))).status).toBe(304);
  });

  it('closes the connection when a reader wants it closed', async () => {
    const { headers } = await reader.get(path, { connection: 'close' });
    expect(headers.connection).toBe('close');
  });

  it('holds nothing that only a script of SvelteKit would read', async () => {
    expect((await reader.get(path)).body).not.toMatch(/__sveltekit|"uses"|app\.decode/);
  });
});
