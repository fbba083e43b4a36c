import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';
import { faultPage } from './lib/server/fault-page.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeEach(async () => {
  newsroom = new StandInNewsroom(sampleSite({ defaultLanguage: 'az', liveLanguages: ['az', 'ru', 'en'] }));
  newsroom.articles = (['az', 'ru', 'en'] as const).map((language) => sampleArticle(1, { language }));
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

const words = { az: 'Bu səhifəni göstərmək mümkün olmadı', ru: 'Не удалось показать эту страницу' };
/** Names of errors and places in the code. */
const inner = /SyntaxError|ZodError|ApiUnavailable|\bat [\w.]+ \(|node_modules|\.js:\d/;

describe('a page that can’t be made', () => {
  it.each(['az', 'ru'] as const)('says so with 500 in %s, and nothing of why', async (language) => {
    newsroom.override = (path) => (path.endsWith('/page') ? { status: 200, body: '{' } : null);
    const { status, headers, body } = await reader.get(`/${language}/news/story-1`);
    expect([status, headers['cache-control'], headers['retry-after']]).toEqual([500, 'no-cache', '5']);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(words[language]);
    expect(body).not.toMatch(inner);
  });

  it('says so even without the settings of the site', async () => {
    newsroom.override = (path) => (path.endsWith('/site') ? { status: 200, body: '{}' } : null);
    const { status, body } = await reader.get('/ru/news/story-1');
    expect(status).toBe(500);
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain(words.ru);
    expect(body).not.toMatch(inner);
  });

  it('is made again as soon as it can be', async () => {
    newsroom.override = (path) => (path.endsWith('/page') ? { status: 200, body: '{' } : null);
    await reader.get('/az/news/story-1');
    newsroom.override = () => null;
    expect((await reader.get('/az/news/story-1')).status).toBe(200);
  });
});

describe('F23 with the newsroom away', () => {
  /** As after a change of the settings that the newsroom can tell no more. */
  const loseSite = async () => {
    newsroom.override = (path) => (path.startsWith('/api/public/') ? { status: 503, body: '' } : null);
    const before = newsroom.asked.length;
    newsroom.announce(['site']);
    await vi.waitFor(async () => {
      await reader.get('/');
      expect(newsroom.asked.slice(before)).toContain('/api/public/site');
    });
  };

  it('/ leads to the language that was last known as the site’s own', async () => {
    expect((await reader.get('/')).headers.location).toBe('/az/');
    await loseSite();
    const answer = await reader.get('/');
    expect([answer.status, answer.headers.location]).toEqual([307, '/az/']);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('a page that is not stored is missing with 503, in its language, within the site as it was last known', async () => {
    await reader.get('/');
    await loseSite();
    const { status, headers, body } = await reader.get('/ru/news/story-1');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain(words.ru);
    expect(body).toContain('Каспийский журнал');
    expect(body).not.toMatch(inner);
  });

  it('what is made with settings that were last known is not kept once the newsroom is back', async () => {
    await reader.get('/az/');
    await loseSite();
    expect((await reader.get('/az/saved')).body).toContain('Xəzər Jurnalı');
    newsroom.site = {
      ...newsroom.site,
      texts: { ...newsroom.site.texts, az: { ...newsroom.site.texts.az, name: 'Yeni' } },
    };
    newsroom.override = () => null;
    expect((await reader.get('/az/saved')).body).toContain('Yeni');
  });
});

describe('the page for when nothing can be made', () => {
  const site = sampleSite({ defaultLanguage: 'az', liveLanguages: ['az', 'ru', 'en'] });
  const languageAt = (address: string, known: typeof site | null) =>
    /<html lang="(\w+)">.*<a href="\/\1\/">/s.exec(faultPage(address, 503, [], known))?.[1];

  it('speaks and leads to the language of the address, or the site’s own', () => {
    expect(['/ru/news/x', '/', '/xx/', '/hy/news/x'].map((address) => languageAt(address, site))).toEqual([
      'ru',
      'az',
      'az',
      'az',
    ]);
  });

  it('speaks English where it knows nothing', () => {
    expect(['/hy/news/x', '/'].map((address) => languageAt(address, null))).toEqual(['hy', 'en']);
  });
});
