import { languages, type Language } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

const versions = (number: number, inLanguages: readonly Language[]) => {
  const translations = inLanguages.map((language) => ({
    language,
    slug: `${language}-${String(number)}`,
    isSyndicated: false,
  }));
  return translations.map(({ language, slug }) => sampleArticle(number, { language, slug, translations }));
};

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite({ liveLanguages: ['az', 'ru', 'en'] }));
  newsroom.articles = [
    ...versions(1, ['az', 'ru', 'en', 'hy']),
    ...versions(2, ['az', 'ru']),
    ...versions(3, ['en']),
    ...versions(4, ['ru', 'en', 'hy']),
  ];
  newsroom.gone.add('ru/ru-4');
  const bridges = { id: '0192f000-0000-7000-8003-000000000002', slug: 'bridges' };
  for (const article of newsroom.articles)
    if (['az-2', 'ru-2'].includes(article.slug)) article.topics = [{ ...bridges, name: 'Bridges' }];
  newsroom.terms.set('topic/bridges', {
    ...bridges,
    names: { az: 'Körpülər', ru: 'Мосты', en: 'Bridges', hy: 'Կամուրջներ' },
  });
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

async function alternatesOf(path: string): Promise<Record<string, string>> {
  const { body } = await reader.get(path);
  return Object.fromEntries(
    [
      ...body.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="https:\/\/ledger\.example([^"]+)"/g),
    ].map(([, language, href]) => [String(language), String(href)]),
  );
}

describe('A11 hreflang', () => {
  it('names every published translation in a live language, itself included, with x-default', async () => {
    expect(await alternatesOf('/ru/news/ru-1')).toEqual({
      az: '/az/news/az-1',
      ru: '/ru/news/ru-1',
      en: '/en/news/en-1',
      'x-default': '/en/news/en-1',
    });
  });

  it('falls back to another language for x-default where the site’s own has no version', async () => {
    expect(await alternatesOf('/ru/news/ru-2')).toEqual({
      az: '/az/news/az-2',
      ru: '/ru/news/ru-2',
      'x-default': '/az/news/az-2',
    });
  });

  it.each([
    '/en/news/en-1',
    '/az/news/az-2',
    '/en/news/en-3',
    '/en/',
    '/ru/region/georgia',
    '/en/section/opinion',
    '/ru/topic/bridges',
  ])('is reciprocal from %s on', async (path) => {
    const own = await alternatesOf(path);
    expect(own['x-default']).toBeDefined();
    for (const other of Object.values(own)) expect(await alternatesOf(other)).toEqual(own);
  });

  it('names no section in a language that has no name for it, and has no page there', async () => {
    expect(await alternatesOf('/en/section/opinion')).toEqual({
      en: '/en/section/opinion',
      'x-default': '/en/section/opinion',
    });
    expect((await reader.get('/ru/section/opinion')).status).toBe(404);
  });

  it('names a topic only where something of it is published, and so does the sitemap', async () => {
    expect(await alternatesOf('/az/topic/bridges')).toEqual({
      az: '/az/topic/bridges',
      ru: '/ru/topic/bridges',
      'x-default': '/az/topic/bridges',
    });
    expect((await reader.get('/en/topic/bridges')).status).toBe(200);
    expect(await alternatesOf('/en/topic/bridges')).toEqual({});
    const { body } = await reader.get('/sitemap/topics-1.xml');
    expect([...body.matchAll(/<loc>([^<]+)</g)].map(([, loc]) => loc)).toEqual(
      ['az', 'ru'].map((language) => `https://ledger.example/${language}/topic/bridges`),
    );
    expect(body).not.toContain('hreflang="en"');
    for (const path of ['/sitemap/topics-2.xml', '/sitemap/authors-1.xml'])
      expect((await reader.get(path)).status).toBe(404);
  });

  it('stands in the sitemap the same way', async () => {
    const index = await reader.get('/sitemap.xml');
    expect([...index.body.matchAll(/<loc>([^<]+)</g)].map(([, loc]) => loc)).toEqual(
      ['pages', 'topics-1', 'az-1', 'az-news-1', 'ru-1', 'ru-news-1', 'en-1', 'en-news-1'].map(
        (name) => `https://ledger.example/sitemap/${name}.xml`,
      ),
    );
    const part = await reader.get('/sitemap/ru-1.xml');
    expect(part.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(part.body).toContain(
      '<loc>https://ledger.example/ru/news/ru-2</loc><lastmod>2024-11-07T11:42:00.000Z</lastmod>' +
        '<xhtml:link rel="alternate" hreflang="az" href="https://ledger.example/az/news/az-2"/>' +
        '<xhtml:link rel="alternate" hreflang="ru" href="https://ledger.example/ru/news/ru-2"/>' +
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://ledger.example/az/news/az-2"/>',
    );
    expect((await reader.get('/sitemap/hy-1.xml')).status).toBe(404);
  });
});

describe('the language switch', () => {
  const switchOf = async (path: string) => {
    const { body } = await reader.get(path);
    const nav = /<nav class="langs[^>]*>([\s\S]*?)<\/nav>/.exec(body)?.[1] ?? '';
    return [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  };

  it('leads to the same story where it is published, else to that language’s front; to live languages only', async () => {
    expect(await switchOf('/ru/news/ru-2')).toEqual(['/az/news/az-2', '/ru/news/ru-2', '/en/']);
  });

  it('leads from a later page of a list to the first of the same list, which search engines are not told', async () => {
    const path = '/ru/region/georgia?older=1';
    expect((await reader.get(path)).status).toBe(200);
    expect(await switchOf(path)).toEqual(['/az/region/georgia', '/ru/region/georgia', '/en/region/georgia']);
    expect(await alternatesOf(path)).toEqual({});
    expect(await switchOf('/en/topic/bridges')).toEqual(['/az/topic/bridges', '/ru/topic/bridges', '/en/']);
  });

  it('leads from a story that was withdrawn to where it is still published, and the page says so', async () => {
    const { status, body } = await reader.get('/ru/news/ru-4');
    expect(status).toBe(410);
    expect(body).toContain('Её можно прочитать на других языках:');
    // in the switch and on the page
    expect(body.match(/href="\/en\/news\/en-4" lang="en"/g)).toHaveLength(2);
    expect(body).not.toContain('/hy/news/hy-4');
    expect(body).not.toContain('rel="alternate" hreflang');
  });

  it('knows no page in a language that is not live', async () => {
    expect((await reader.get('/hy/')).status).toBe(404);
    expect((await reader.get('/hy/news/hy-1')).status).toBe(404);
    for (const file of ['feed.xml', 'news/hy-1.md', 'news/hy-1/article.ninjs.json', 'suggestions?q=Headline'])
      expect((await reader.get(`/hy/${file}`)).status).toBe(404);
  });

  it('leads from there on in the site’s own language', async () => {
    for (const path of ['/hy/', '/hy/news/hy-1', '/hy/none/at/all', '/xx/']) {
      const { status, body } = await reader.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toContain('<html lang="en">');
      expect(body).toContain('This page is not in the paper');
      expect(body).toContain('<a href="/en/">');
      expect(body).not.toMatch(/(href|action)="(https:\/\/ledger\.example)?\/hy\//);
    }
  });

  it('knows no article under a language that there is not', async () => {
    for (const file of ['en-1.md', 'en-1/article.ninjs.json'])
      expect((await reader.get(`/xx/news/${file}`)).status).toBe(404);
  });
});

describe('what machines read', () => {
  it('describes an article as schema.org NewsArticle with the way to it', async () => {
    const { body } = await reader.get('/en/news/en-1');
    const blocks = [...body.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
      ([, json]) => JSON.parse(String(json)) as Record<string, unknown>,
    );
    expect(blocks.map((block) => block['@type'])).toEqual(['NewsArticle', 'BreadcrumbList']);
    expect(blocks[0]).toMatchObject({
      headline: 'Headline 1',
      inLanguage: 'en',
      mainEntityOfPage: { '@id': 'https://ledger.example/en/news/en-1' },
    });
  });

  it('offers a feed beside each list', async () => {
    const { headers, body } = await reader.get('/az/region/georgia/feed.xml');
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(body).toContain('<title>Georgia az | Xəzər Jurnalı</title>');
    expect(body.match(/<item>/g)).toHaveLength(2);
    expect((await reader.get('/az/region/georgia')).body).toContain(
      'href="https://ledger.example/az/region/georgia/feed.xml"',
    );
  });

  it('can’t be led out of a script element or a feed by a headline', async () => {
    const headline = '</script><b>"&\u0007';
    newsroom.articles.push(sampleArticle(7, { slug: 'sharp', headline }));
    const page = await reader.get('/en/news/sharp');
    expect(page.body).not.toContain('</script><b>');
    expect(page.body).toContain('\\u003c/script>');
  });
});

describe('every language', () => {
  it.each(languages.filter((language) => language !== 'hy'))(
    'marks its pages with lang=%s',
    async (language) => {
      expect((await reader.get(`/${language}/`)).body).toContain(`<html lang="${language}">`);
    },
  );
});
