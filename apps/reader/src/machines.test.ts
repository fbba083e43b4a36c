import { languages } from '@broadsheet/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MachineReader, parseXml } from '../test/machine-reader.ts';
import { ninjsSchema } from '../test/ninjs-schema.ts';
import { sampleArticle } from '../test/sample-newsroom.ts';

const site = 'https://ledger.example';
let machine: MachineReader;

beforeAll(async () => {
  machine = await MachineReader.open();
});
afterAll(() => machine.close());
beforeEach(() => machine.reset());

describe('what search engines read', () => {
  it('describes an article with its pictures, corrections and the version it was translated from', async () => {
    const [news] = await machine.things('/ru/news/ru-1');
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      articleSection: 'Politics ru',
      keywords: ['Mountains'],
      isAccessibleForFree: true,
      author: [{ '@type': 'Person', url: `${site}/ru/author/tamar-elani` }],
      publisher: { '@type': 'NewsMediaOrganization', logo: { url: `${site}/icon/ru/iconru/512.png` } },
      correction: [{ text: 'The road is longer.', datePublished: '2024-11-08' }],
      image: [
        { url: `${site}/media/lead1/1280.jpg`, width: 1280, height: 720 },
        { url: `${site}/media/list1/1280.jpg`, width: 1280, height: 853 },
        { url: `${site}/media/full1/1280.jpg`, width: 1280, height: 960 },
      ],
    });
    const [source] = await machine.things('/en/news/en-1');
    expect(source).not.toHaveProperty('isBasedOn');
    // the same thing on both pages
    expect(news?.isBasedOn).toEqual({
      '@type': source?.['@type'],
      '@id': source?.['@id'],
      url: source?.url,
      inLanguage: source?.inLanguage,
    });
  });

  it.each([
    ['news', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['interview', 'NewsArticle'],
  ] as const)('calls what is %s by its name in schema.org, %s', async (contentType, type) => {
    machine.newsroom.articles.push(sampleArticle(4, { slug: `of-type-${contentType}`, contentType }));
    expect((await machine.things(`/en/news/of-type-${contentType}`))[0]?.['@type']).toBe(type);
    machine.newsroom.articles.pop();
  });

  it('describes the paper on its front, with where else it is found', async () => {
    const [paper, webSite] = await machine.things('/en/');
    expect(paper).toMatchObject({ '@type': 'NewsMediaOrganization', sameAs: ['https://t.example/ledger'] });
    expect(webSite?.potentialAction).toMatchObject({ target: `${site}/en/search?q={search_term_string}` });
  });

  it('shows link previews the lead picture, or the card that is drawn for the story', async () => {
    expect(await machine.text('/en/news/en-1')).toContain(
      `<meta property="og:image" content="${site}/media/lead1/1280.jpg"`,
    );
    const without = await machine.text('/en/news/story-2');
    const card = `/card/${String(machine.newsroom.articles[4]?.id)}/0123456789ab.png`;
    expect(without).toContain(`<meta property="og:image" content="${site}${card}"`);
    expect(without).toContain('<meta name="twitter:card" content="summary_large_image"');
    machine.newsroom.media.set(
      `cards/${String(machine.newsroom.articles[4]?.id)}/0123456789ab`,
      Buffer.from('drawn'),
    );
    const picture = await machine.reader.get(card);
    expect([picture.status, picture.headers['content-type'], picture.body]).toEqual([
      200,
      'image/png',
      'drawn',
    ]);
  });

  it('finds every page in the sitemap, with its pictures and versions', async () => {
    const index = await machine.text('/sitemap.xml');
    expect(index).toContain(`<loc>${site}/sitemap/pages.xml</loc>`);
    expect(index).toContain(`<loc>${site}/sitemap/hy-news-1.xml</loc>`);
    const part = parseXml(await machine.text('/sitemap/en-1.xml'));
    const url = part.urlset?.url as Record<string, unknown>[];
    expect(url.find(({ loc }) => loc === `${site}/en/news/en-1`)).toMatchObject({
      'image:image': { 'image:loc': `${site}/media/full1/1280.jpg` },
    });
    const pages = await machine.text('/sitemap/pages.xml');
    expect(pages).toContain(`<loc>${site}/az/region/georgia</loc>`);
    expect(pages).not.toContain('/az/section/opinion');
    for (const path of [
      '/sitemap/en-2.xml',
      '/sitemap/en-news-2.xml',
      '/sitemap/en.xml',
      '/sitemap/xx-1.xml',
    ])
      expect((await machine.reader.get(path)).status).toBe(404);
  });

  it('finds in the sitemap of news what is two days old at most, at whatever time it asks', async () => {
    expect(parseXml(await machine.text('/sitemap/en-news-1.xml')).urlset).not.toHaveProperty('url');
    const publishedAt = new Date(Date.now() - 3_600_000).toISOString();
    machine.newsroom.articles.push(sampleArticle(3, { publishedAt, modifiedAt: publishedAt }));
    const { headers, body } = await machine.reader.get('/sitemap/en-news-1.xml');
    expect(headers['cache-control']).toBe('no-cache');
    const [url] = parseXml(body).urlset?.url as Record<string, unknown>[];
    expect(url).toMatchObject({
      loc: `${site}/en/news/story-3`,
      'news:news': {
        'news:publication': { 'news:name': 'The Caspian Ledger', 'news:language': 'en' },
        'news:publication_date': publishedAt,
        'news:title': 'Headline 3',
      },
    });
    machine.newsroom.articles.pop();
  });
});

describe('articles for machines', () => {
  it.each(languages)('are ninjs 3.2 in %s', async (language) => {
    const { headers, body } = await machine.reader.get(`/${language}/news/${language}-1/article.ninjs.json`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const item = ninjsSchema.parse(JSON.parse(body));
    expect(item).toMatchObject({
      language,
      standard: { version: '3.2' },
      headlines: [{ value: 'Headline 1' }],
      bodies: [{ value: expect.stringMatching(/>The way up<\/a><\/p>(?!.*YouTube)/s) as string }],
    });
    expect(item.associations?.filter(({ rel }) => rel !== 'lead')).toHaveLength(3);
  });

  it('are Markdown with whole addresses, linked from their page', async () => {
    const { headers, body } = await machine.reader.get('/en/news/en-1.md');
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      link: `<${site}/en/news/en-1>; rel="canonical"`,
    });
    expect(body).toContain('title: "Headline 1"');
    expect(body).toContain(`Text of [en-1](${site}/en/news/en-1).`);
    const page = await machine.text('/en/news/en-1');
    expect(page).toContain(`<link rel="alternate" type="text/markdown" href="${site}/en/news/en-1.md"`);
    expect(await machine.text('/llms.txt')).toContain(`[Headline 1](${site}/en/news/en-1.md)`);
  });

  it('follow an article to its present address, and end with it', async () => {
    machine.newsroom.moved.set('en/old', '/en/news/en-1');
    machine.newsroom.gone.add('en/gone');
    const answers = await Promise.all(
      ['old.md', 'old/article.ninjs.json', 'gone.md', 'none/article.ninjs.json'].map((name) =>
        machine.reader.get(`/en/news/${name}`),
      ),
    );
    expect(answers.map(({ status, headers }) => headers.location ?? status)).toEqual([
      '/en/news/en-1.md',
      '/en/news/en-1/article.ninjs.json',
      410,
      404,
    ]);
  });
});

describe('what the site lets crawlers do', () => {
  const crawlers = { searchEngines: true, textVersions: true, aiTraining: false };

  it('turns away those that collect texts for language models, unless the site lets them', async () => {
    const robots = await machine.text('/robots.txt');
    expect(robots).toMatch(/User-agent: GPTBot\n[\s\S]*Disallow: \/\n\nUser-agent: \*\nAllow: \/\n/);
    expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`);
    await machine.change({ crawlers: { ...crawlers, aiTraining: true } });
    await vi.waitFor(async () => {
      expect(await machine.text('/robots.txt')).not.toContain('GPTBot');
    });
  });

  it('has no text versions where the site gives none', async () => {
    await machine.text('/en/news/en-1.md');
    await machine.change({ crawlers: { ...crawlers, textVersions: false } });
    for (const path of ['/en/news/en-1.md', '/llms.txt'])
      await vi.waitFor(async () => {
        expect((await machine.reader.get(path)).status).toBe(404);
      });
    await vi.waitFor(async () => {
      expect(await machine.text('/en/news/en-1')).not.toContain('text/markdown');
    });
  });

  it('says on every page and file that nothing is to be listed, where the site wants that', async () => {
    await machine.change({ crawlers: { ...crawlers, searchEngines: false } });
    for (const path of ['/en/', '/en/news/en-1', '/en/feed.xml', '/en/news/en-1.md', '/ru/news/none'])
      await vi.waitFor(async () => {
        expect((await machine.reader.get(path)).headers['x-robots-tag']).toBe('noindex');
      });
    expect(await machine.text('/en/news/en-1')).toContain('<meta name="robots" content="noindex"');
    expect((await machine.reader.get('/sitemap.xml')).status).toBe(404);
    await vi.waitFor(async () => {
      expect(await machine.text('/robots.txt')).not.toContain('Sitemap');
    });
  });
});

describe('what browsers read of the site', () => {
  it('is a manifest with icons drawn from the name, and a search for the address bar', async () => {
    const { headers, body } = await machine.reader.get('/hy/manifest.webmanifest');
    expect(headers['content-type']).toBe('application/manifest+json; charset=utf-8');
    const manifest = JSON.parse(body) as { name: string; start_url: string; icons: { src: string }[] };
    expect(manifest).toMatchObject({ name: 'Կասպից հանդես', start_url: '/hy/', lang: 'hy' });
    expect(manifest.icons[0]?.src).toBe('/icon/hy/iconhy/192.png');
    const search = parseXml(await machine.text('/ru/opensearch.xml')).OpenSearchDescription;
    expect(String(search?.ShortName).length).toBeLessThanOrEqual(16);
    expect(search?.Url).toContainEqual({
      '@_type': 'text/html',
      '@_method': 'get',
      '@_template': `${site}/ru/search?q={searchTerms}`,
    });
  });

  it.each(languages)('is linked from every page in %s', async (language) => {
    for (const path of [`/${language}/`, `/${language}/region/georgia`, `/${language}/news/${language}-1`]) {
      const page = await machine.text(path);
      expect(page).toContain(`<link rel="manifest" href="/${language}/manifest.webmanifest"`);
      expect(page).toContain('<link rel="search" type="application/opensearchdescription+xml"');
      for (const type of ['application/rss+xml', 'application/atom+xml', 'application/feed+json'])
        expect(page).toContain(`<link rel="alternate" type="${type}"`);
    }
  });
});
