import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';
import { dayIn } from './lib/dates/format-date.ts';
import { firstDayOf } from './lib/search/search-period.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [sampleArticle(1, { headline: '<b>Figs</b> & co' }), sampleArticle(2)];
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const searches = () => newsroom.asked.filter((path) => path.includes('/search')).length;

describe('the page of results', () => {
  it('shows what was found, marked and escaped, and is not for search engines (S4)', async () => {
    const { status, body } = await reader.get('/en/search?q=Figs');
    expect(status).toBe(200);
    expect(body.replace(/<!--.*?-->/g, '')).toMatch(/<mark[^>]*>&lt;b>F<\/mark>igs&lt;\/b> &amp; co/);
    expect(body).toContain('<meta name="robots" content="noindex"');
    const hostile = await reader.get('/en/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(hostile.body).not.toContain('<script>alert');
  });

  it('is for search engines only while nothing is asked', async () => {
    for (const [path, isListed] of [
      ['/en/search', true],
      ['/en/search?q=Figs', false],
      ['/en/search?region=georgia', false],
    ] as const)
      expect((await reader.get(path)).body.includes('content="noindex"')).toBe(!isListed);
  });

  it('narrows by several choices of a filter at once', async () => {
    await reader.get('/en/search?q=Headline&section=politics&section=opinion&section=none');
    const asked = new URL(newsroom.asked.findLast((path) => path.includes('/search')) ?? '', 'http://x');
    expect(asked.searchParams.get('section')?.split(',')).toHaveLength(2);
  });

  it('is made once for one question, and again when something is published', async () => {
    await reader.get('/en/search?q=Headline&utm_source=a');
    const before = searches();
    await reader.get('/en/search?sort=relevance&q=+Headline');
    expect(searches()).toBe(before);
    newsroom.announce(['list:en:home']);
    await expect
      .poll(async () => {
        await reader.get('/en/search?q=Headline');
        return searches();
      })
      .toBeGreaterThan(before);
  });

  it('looks back from the day that it is in the site’s time zone', async () => {
    // one of the two is always in another day than UTC
    const timeZone = new Date().getUTCHours() < 11 ? 'Pacific/Niue' : 'Pacific/Kiritimati';
    newsroom.site = { ...newsroom.site, timeZone };
    newsroom.announce(['site']);
    await expect
      .poll(async () => {
        await reader.get('/en/search?q=Headline&period=week');
        const asked = newsroom.asked.findLast((path) => path.includes('/search')) ?? '';
        return new URL(asked, 'http://x').searchParams.get('from');
      })
      .toBe(firstDayOf('week', dayIn(timeZone, Date.now())));
  });

  it.each(['%00', '%F0%9F%98%80', "';--", '%22'.repeat(99), 'x'.repeat(9000), '%ED%A0%80', '%E2%80%AE'])(
    'answers %j with a page (S2, S21)',
    async (q) => {
      expect((await reader.get(`/en/search?q=${q}&section=..%2F&from=x&after=%27`)).status).toBe(200);
      expect((await reader.get(`/en/suggestions?q=${q}`)).status).toBe(200);
    },
  );
});

describe('an address that leads nowhere', () => {
  const headlineAt = async (path: string) => {
    const { status, headers, body } = await reader.get(path);
    expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-cache']);
    return /<section class="wrap[^>]*aria-labelledby="meant"[\s\S]*?(Headline \d+|Figs)/.exec(body)?.[1];
  };

  it('is looked for by its last word, in whatever letters it was written, with a language or without', async () => {
    newsroom.articles.push(
      sampleArticle(7, { language: 'az', slug: 'korpu-acildi', headline: 'Headline 7' }),
    );
    expect(await headlineAt('/en/section/story-2')).toBe('Headline 2');
    expect(await headlineAt('/news/story-2')).toBe('Headline 2');
    expect(await headlineAt('/story-2.html/')).toBe('Headline 2');
    expect(await headlineAt(`/az/news/${encodeURIComponent('körpü-açıldı')}`)).toBe('Headline 7');
    expect(await headlineAt(`/az/news/${encodeURIComponent('körpü açıldı')}/?utm_source=x`)).toBe(
      'Headline 7',
    );
    expect(await headlineAt('/en/news/%73tory-2')).toBe('Headline 2');
  });

  it.each([
    ['a percent sign', '/az/news/%'],
    ['half a character', '/az/news/%E0%A4%A'],
    ['half a pair', '/az/news/%ED%A0%80abc'],
    ['the begin of a letter', '/az/news/k%C3'],
    ['another place', '/az/news/..%2F..%2Fetc%2Fpasswd'],
    ['no letters', '/%00%00%00%00'],
    ['too many letters', `/az/news/${'%C3%B6'.repeat(2000)}`],
    ['percent signs without end', `/${'%25'.repeat(2000)}`],
  ])('is not looked for by %s (S2, S11, S21)', async (_, path) => {
    const before = newsroom.asked.length;
    expect(await headlineAt(path)).toBeUndefined();
    expect(newsroom.asked.slice(before).filter((asked) => asked.includes('/meant'))).toEqual([]);
  });

  it('is stored nowhere', async () => {
    const path = `/az/news/${encodeURIComponent('yoxdur-belə')}`;
    const before = newsroom.asked.length;
    await headlineAt(path);
    await headlineAt(path);
    expect(newsroom.asked.slice(before).filter((asked) => asked.includes('/meant'))).toHaveLength(2);
  });
});
