import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeEach(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = Array.from({ length: 30 }, (_, i) => sampleArticle(i + 1));
  await newsroom.start();
  reader = await runReader(newsroom);
  await vi.waitFor(() => {
    expect(newsroom.followers).toBe(1);
  });
});

afterEach(async () => {
  await reader.stop();
  await newsroom.stop();
});

const article = (number: number) => {
  const found = newsroom.articles.find(({ slug }) => slug === `story-${String(number)}`);
  if (!found) throw new Error('No such story in the sample.');
  return found;
};

describe('the site before its newsroom', () => {
  it('leads / to the default language', async () => {
    const answer = await reader.get('/');
    expect([answer.status, answer.headers.location]).toEqual([307, '/en/']);
  });

  it('shows an article with its text, date, byline and source', async () => {
    const { status, body } = await reader.get('/en/news/story-3');
    expect(status).toBe(200);
    for (const part of [
      'Headline 3',
      'Text of story 3.',
      '07 November 2024 15:43',
      'Tamar Elani',
      'Link copied',
    ]) {
      expect(body).toContain(part);
    }
  });

  it('answers with 404, 410 and 301 what is missing, withdrawn and moved, in the page’s language', async () => {
    newsroom.gone.add('ru/gone');
    newsroom.moved.set('en/old', '/en/news/story-1');
    const [missing, gone, moved] = await Promise.all(
      ['/az/news/none', '/ru/news/gone', '/en/news/old'].map((path) => reader.get(path)),
    );
    expect([missing?.status, gone?.status, moved?.status]).toEqual([404, 410, 301]);
    expect(missing?.body).toContain('Bu səhifə qəzetdə yoxdur');
    expect(missing?.body).toContain('<html lang="az">');
    expect(gone?.body).toContain('Эта статья снята с публикации');
    expect(moved?.headers.location).toBe('/en/news/story-1');
  });

  it('leads from a retired section to the one that took its place', async () => {
    newsroom.redirects.set('/en/section/old', '/en/section/politics');
    const answer = await reader.get('/en/section/old');
    expect([answer.status, answer.headers.location]).toEqual([301, '/en/section/politics']);
  });

  it('pages a list by its cursor, and knows no cursor of nobody’s', async () => {
    const first = await reader.get('/en/section/politics');
    expect(first.body).toContain('href="/en/section/politics?older=20"');
    const second = await reader.get('/en/section/politics?older=20');
    expect(second.body).toContain('Headline 1<');
    expect(second.body).toContain('href="/en/section/politics" rel="prev"');
    newsroom.override = (path) => (path.includes('/articles') ? { status: 422, body: '{}' } : null);
    expect((await reader.get('/en/section/politics?older=forged')).status).toBe(404);
  });

  it('leads back through the pages of a list by links, while news arrives', async () => {
    newsroom.articles = Array.from({ length: 70 }, (_, i) => sampleArticle(i + 1));
    const third = await reader.get('/en/section/politics?older=40');
    expect(third.body).toContain('Headline 30<');
    expect(third.body).toContain('href="/en/section/politics?newer=40" rel="prev"');
    const second = await reader.get('/en/section/politics?newer=40');
    expect(second.body).toContain('Headline 50<');
    expect(second.body).toContain('href="/en/section/politics?older=40" rel="next"');
    expect(second.body).toContain(
      '<link rel="canonical" href="https://ledger.example/en/section/politics?newer=40"',
    );
  });

  it('shows what is nearest to an article and its neighbours in the section', async () => {
    const { body } = await reader.get('/en/news/story-3');
    expect(body).toMatch(/href="\/en\/news\/story-2" rel="prev"/);
    expect(body).toMatch(/href="\/en\/news\/story-4" rel="next"/);
    expect(body).toContain('1 min read');
  });

  it('shows a changed headline as soon as the change is announced', async () => {
    await reader.get('/en/news/story-3');
    await reader.get('/en/');
    article(3).headline = 'A better headline';
    newsroom.announce([`article:${article(3).id}`, `card:${article(3).id}`]);
    await vi.waitFor(async () => {
      expect((await reader.get('/en/news/story-3')).body).toContain('A better headline');
    });
  });

  it('stops serving a withdrawn story as soon as the change is announced, API dead or alive', async () => {
    await reader.get('/en/news/story-3');
    newsroom.gone.add('en/story-3');
    newsroom.announce([`article:${article(3).id}`]);
    await vi.waitFor(async () => {
      expect((await reader.get('/en/news/story-3')).status).toBe(410);
    });
  });

  it('F22 cache-stampede: a thousand concurrent readers of one page cause one rendering', async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => reader.get('/en/news/story-5')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(newsroom.asked.filter((path) => path.endsWith('/articles/story-5/page'))).toHaveLength(1);
  });

  it('F23 origin-dead-serve-stale: with the API dead, what is stored goes on being served', async () => {
    await reader.get('/en/');
    await reader.get('/en/news/story-5');
    // all that is stored is to be made anew, and can't be: a page that was dropped by the same notice tells that it is here
    newsroom.announce(['site', `article:${article(6).id}`]);
    const asked = () => newsroom.asked.filter((path) => path.endsWith('/articles/story-6/page')).length;
    await reader.get('/en/news/story-6');
    const before = asked();
    await vi.waitFor(async () => {
      newsroom.announce([`article:${article(6).id}`]);
      await reader.get('/en/news/story-6');
      expect(asked()).toBeGreaterThan(before);
    });
    await newsroom.stop();
    for (const path of ['/en/', '/en/news/story-5', '/health'])
      expect((await reader.get(path)).status).toBe(200);
    const missing = await reader.get('/ru/news/other');
    expect([missing.status, missing.headers['retry-after']]).toEqual([503, '5']);
    expect(missing.body).toContain('Не удалось показать эту страницу');
  });

  it('F24 missed-purge-heals: a lost change notice is made good by itself', async () => {
    await reader.get('/en/news/story-3');
    article(3).headline = 'Healed';
    newsroom.announce([`article:${article(3).id}`], { isLost: true });
    await vi.waitFor(
      async () => {
        expect((await reader.get('/en/news/story-3')).body).toContain('Healed');
      },
      { timeout: 5000 },
    );
  });

  it('answers 304 to a reader who has the page', async () => {
    const first = await reader.get('/en/', { 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    const etag = String(first.headers.etag);
    const again = await reader.get('/en/', { 'accept-encoding': 'br', 'if-none-match': etag });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect((await reader.get('/en/', { 'if-none-match': etag })).status).toBe(200);
  });

  it('passes pictures on from memory until their key changes', async () => {
    newsroom.media.set('lead1/640.webp', Buffer.from('picture'));
    const first = await reader.get('/media/lead1/640.webp');
    expect([first.status, first.body, first.headers['cache-control']]).toEqual([
      200,
      'picture',
      'public, max-age=86400',
    ]);
    await reader.get('/media/lead1/640.webp');
    expect(newsroom.asked.filter((path) => path.endsWith('/640.webp'))).toHaveLength(1);
    newsroom.media.delete('lead1/640.webp');
    newsroom.announce(['media:lead1']);
    await vi.waitFor(async () => {
      expect((await reader.get('/media/lead1/640.webp')).status).toBe(404);
    });
    expect((await reader.get('/media/lead1/641.webp')).status).toBe(404);
  });
});
