import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite({ defaultLanguage: 'az', liveLanguages: ['az', 'ru', 'en'] }));
  newsroom.articles = (['az', 'ru'] as const).map((language) => sampleArticle(1, { language }));
  await newsroom.start();
  reader = await runReader(newsroom);
  await vi.waitFor(() => {
    expect(newsroom.followers).toBe(1);
  });
});
afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});
afterEach(() => {
  newsroom.override = () => null;
});

const words = { az: 'Bu səhifəni göstərmək mümkün olmadı', ru: 'Не удалось показать эту страницу' };
/** Names of errors and places in the code. */
const inner = /SyntaxError|ZodError|ApiUnavailable|\bat [\w.]+ \(|node_modules|\.js:\d/;
const brokenArticles = (path: string) => (path.endsWith('/page') ? { status: 200, body: '{' } : null);
const brokenSite = (path: string) => (path.endsWith('/site') ? { status: 200, body: '{}' } : null);
const allAway = (path: string) => (path.startsWith('/api/public/') ? { status: 503, body: '' } : null);

/** As after a change of the settings: they are asked for anew, and answered like this. */
async function forgetSite(override: StandInNewsroom['override']): Promise<void> {
  await reader.get('/');
  newsroom.override = override;
  const before = newsroom.asked.length;
  newsroom.announce(['site']);
  await vi.waitFor(async () => {
    await reader.get('/');
    expect(newsroom.asked.slice(before)).toContain('/api/public/site');
  });
}

describe('a page that can’t be made', () => {
  it.each(['az', 'ru'] as const)('says so with 500 in %s, and nothing of why', async (language) => {
    newsroom.override = brokenArticles;
    const { status, headers, body } = await reader.get(`/${language}/news/story-1`);
    expect([status, headers['cache-control'], headers['retry-after']]).toEqual([500, 'no-cache', '5']);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(words[language]);
    expect(body).not.toMatch(inner);
  });

  it('says so even without the settings of the site', async () => {
    await forgetSite(brokenSite);
    const { status, body } = await reader.get('/ru/news/story-1');
    expect(status).toBe(500);
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain(words.ru);
    expect(body).not.toMatch(inner);
  });

  it('is made again as soon as it can be', async () => {
    newsroom.override = brokenArticles;
    expect((await reader.get('/az/news/story-1')).status).toBe(500);
    newsroom.override = () => null;
    expect((await reader.get('/az/news/story-1')).status).toBe(200);
  });
});

describe('F23 with the newsroom away', () => {
  it('/ leads to the language that was last known as the site’s own', async () => {
    await forgetSite(allAway);
    const { status, headers } = await reader.get('/');
    expect([status, headers.location, headers['cache-control']]).toEqual([307, '/az/', 'no-cache']);
  });

  it('a page that is not stored is missing with 503, in its language, within the site as it was last known', async () => {
    await forgetSite(allAway);
    const { status, headers, body } = await reader.get('/ru/news/story-1');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain(words.ru);
    expect(body).toContain('Каспийский журнал');
    expect(body).not.toMatch(inner);
  });

  it('what is made with settings that were last known is not kept once the newsroom is back', async () => {
    await forgetSite(allAway);
    expect((await reader.get('/az/saved')).body).toContain('Xəzər Jurnalı');
    const { texts } = newsroom.site;
    newsroom.site = { ...newsroom.site, texts: { ...texts, az: { ...texts.az, name: 'Yeni Jurnal' } } };
    newsroom.override = () => null;
    expect((await reader.get('/az/saved')).body).toContain('Yeni Jurnal');
  });
});
