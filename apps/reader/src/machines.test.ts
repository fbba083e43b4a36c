import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { languages } from '@broadsheet/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ninjsSchema } from '../test/ninjs-schema.ts';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

const site = 'https://ledger.example';
let newsroom: StandInNewsroom;
let reader: TestReader;

const versions = ['az', 'ru', 'en', 'hy'] as const;
const translations = versions.map((language) => ({ language, slug: `${language}-1` }));
const html =
  '<p>Read <a href="/en/news/other">this</a> &amp; that.</p><!--related:0192f000-0000-7000-8001-000000000001-->' +
  '<figure class="pic"><img src="/media/k/640.webp" srcset="/media/k/320.webp 320w" sizes="1px" alt=""></figure>';

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [
    ...versions.map((language) =>
      sampleArticle(1, {
        language,
        slug: `${language}-1`,
        translations,
        html,
        basedOn: language === 'en' ? null : { language: 'en', slug: 'en-1' },
        corrections: [{ at: '2024-11-08', text: 'The road is longer.' }],
      }),
    ),
    sampleArticle(2, { picture: null, headline: 'No picture <&>"', card: '0123456789ab' }),
  ];
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

beforeEach(async () => {
  await change({
    feedFullText: false,
    crawlers: { searchEngines: true, textVersions: true, aiTraining: false },
  });
});

/** Changes the settings and waits until the site has heard of it. */
async function change(changes: Partial<StandInNewsroom['site']>): Promise<void> {
  newsroom.site = { ...newsroom.site, ...changes, texts: { ...newsroom.site.texts } };
  const mark = `Mark ${crypto.randomUUID()}`;
  newsroom.site.texts.en = { ...newsroom.site.texts.en, description: mark };
  newsroom.announce(['site']);
  await vi.waitFor(
    async () => {
      expect((await reader.get('/en/manifest.webmanifest')).body).toContain(mark);
    },
    { timeout: 5000 },
  );
}

const parse = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['item', 'entry', 'url'].includes(name),
  });
  return parser.parse(xml) as Record<string, Record<string, unknown>>;
};
const article = async (path: string) => (await reader.get(path)).body;
const things = async (path: string) =>
  [...(await article(path)).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, json]) => JSON.parse(String(json)) as Record<string, unknown>,
  );

describe('feeds', () => {
  it('are RSS 2.0 with an id that outlives headline and address', async () => {
    const { headers, body } = await reader.get('/ru/feed.xml');
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    const { channel } = parse(body).rss as unknown as { channel: Record<string, unknown> };
    expect(channel).toMatchObject({
      link: `${site}/ru/`,
      language: 'ru',
      description: expect.any(String) as string,
    });
    const [item] = channel.item as Record<string, unknown>[];
    expect(item).toMatchObject({
      link: `${site}/ru/news/ru-1`,
      guid: { '#text': `urn:uuid:${String(newsroom.articles[1]?.id)}`, '@_isPermaLink': 'false' },
      enclosure: { '@_url': `${site}/media/lead1/1280.jpg`, '@_type': 'image/jpeg' },
      'dc:creator': 'Tamar Elani',
    });
    expect(Date.parse(String(item?.pubDate))).toBe(Date.parse(String(newsroom.articles[1]?.publishedAt)));
    expect(item).not.toHaveProperty('content:encoded');
  });

  it('are Atom with all that RFC 4287 asks of feed and entry', async () => {
    const { headers, body } = await reader.get('/en/section/politics/feed.atom');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const { feed } = parse(body);
    expect(feed).toMatchObject({
      id: `${site}/en/section/politics`,
      updated: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      author: { name: 'The Caspian Ledger' },
    });
    const entries = feed?.entry as Record<string, unknown>[];
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ title: 'No picture <&>"', updated: expect.any(String) as string });
    for (const entry of entries)
      expect(Object.keys(entry)).toEqual(expect.arrayContaining(['id', 'title', 'updated']));
  });

  it('are JSON Feed 1.1, where every item has content', async () => {
    const { headers, body } = await reader.get('/hy/region/georgia/feed.json');
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${site}/hy/region/georgia/feed.json`,
      home_page_url: `${site}/hy/region/georgia`,
      items: [
        { id: expect.stringMatching(/^urn:uuid:/) as string, content_text: 'Standfirst 1', language: 'hy' },
      ],
    });
  });

  it('carry whole articles when the site says so, as they may stand anywhere', async () => {
    await change({ feedFullText: true });
    const { channel } = parse(await article('/az/feed.xml')).rss as unknown as {
      channel: Record<string, unknown>;
    };
    const [item] = channel.item as Record<string, unknown>[];
    const whole =
      `<p>Read <a href="${site}/en/news/other">this</a> &amp; that.</p>` +
      `<figure><img src="${site}/media/k/640.webp" alt=""></figure>`;
    expect(item?.['content:encoded']).toBe(whole);
    expect(JSON.parse(await article('/az/feed.json'))).toMatchObject({ items: [{ content_html: whole }] });
  });

  it('answer 304 by tag and by date, and by no other date', async () => {
    const { headers } = await reader.get('/en/feed.atom');
    const [etag, date] = [String(headers.etag), String(headers['last-modified'])];
    expect(Date.parse(date)).toBe(Date.parse(String(newsroom.articles[4]?.modifiedAt)));
    expect((await reader.get('/en/feed.atom', { 'if-none-match': etag })).status).toBe(304);
    expect((await reader.get('/en/feed.atom', { 'if-modified-since': date })).status).toBe(304);
    const later = new Date(Date.parse(date) + 60_000).toUTCString();
    expect((await reader.get('/en/feed.atom', { 'if-modified-since': later })).status).toBe(200);
    const both = { 'if-none-match': '"other"', 'if-modified-since': date };
    expect((await reader.get('/en/feed.atom', both)).status).toBe(200);
  });

  it('are there for lists alone, and move with them', async () => {
    newsroom.redirects.set('/en/section/old', '/en/section/politics');
    const moved = await reader.get('/en/section/old/feed.json');
    expect([moved.status, moved.headers.location]).toEqual([301, '/en/section/politics/feed.json']);
    for (const path of [
      '/en/feed.rss',
      '/en/news/en-1/feed.xml',
      '/en/search/x/feed.xml',
      '/en/topic/none/feed.atom',
    ])
      expect((await reader.get(path)).status).toBe(404);
  });
});

describe('what search engines read', () => {
  it('describes an article with its pictures, corrections and the version it was translated from', async () => {
    const [news] = await things('/ru/news/ru-1');
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      articleSection: 'Politics ru',
      keywords: ['Mountains'],
      isAccessibleForFree: true,
      author: [{ '@type': 'Person', url: `${site}/ru/author/tamar-elani` }],
      publisher: { '@type': 'NewsMediaOrganization', logo: { url: `${site}/icon/ru/iconru/512.png` } },
      correction: [{ text: 'The road is longer.', datePublished: '2024-11-08' }],
      isBasedOn: { '@id': `${site}/en/news/en-1`, inLanguage: 'en' },
      image: [
        { url: `${site}/media/lead1/1280.jpg`, width: 1280, height: 720 },
        { url: `${site}/media/list1/1280.jpg`, width: 1280, height: 853 },
        { url: `${site}/media/full1/1280.jpg`, width: 1280, height: 960 },
      ],
    });
    expect((await things('/en/news/en-1'))[0]).not.toHaveProperty('isBasedOn');
  });

  it('describes the paper on its front, with where else it is found', async () => {
    const [paper, webSite] = await things('/en/');
    expect(paper).toMatchObject({ '@type': 'NewsMediaOrganization', sameAs: ['https://t.example/ledger'] });
    expect(webSite?.potentialAction).toMatchObject({ target: `${site}/en/search?q={search_term_string}` });
  });

  it('shows link previews the lead picture, or the card that is drawn for the story', async () => {
    expect(await article('/en/news/en-1')).toContain(
      `<meta property="og:image" content="${site}/media/lead1/1280.jpg"`,
    );
    const without = await article('/en/news/story-2');
    const card = `/card/${String(newsroom.articles[4]?.id)}/0123456789ab.png`;
    expect(without).toContain(`<meta property="og:image" content="${site}${card}"`);
    expect(without).toContain('<meta name="twitter:card" content="summary_large_image"');
    newsroom.media.set(`cards/${String(newsroom.articles[4]?.id)}/0123456789ab`, Buffer.from('drawn'));
    const picture = await reader.get(card);
    expect([picture.status, picture.headers['content-type'], picture.body]).toEqual([
      200,
      'image/png',
      'drawn',
    ]);
  });

  it('finds every page in the sitemap, with its pictures and versions', async () => {
    const index = await article('/sitemap.xml');
    expect(index).toContain(`<loc>${site}/sitemap/pages.xml</loc>`);
    expect(index).toContain(`<loc>${site}/sitemap/hy-news-1.xml</loc>`);
    const part = parse(await article('/sitemap/en-1.xml'));
    const url = part.urlset?.url as Record<string, unknown>[];
    expect(url.find(({ loc }) => loc === `${site}/en/news/en-1`)).toMatchObject({
      'image:image': { 'image:loc': `${site}/media/full1/1280.jpg` },
    });
    const pages = await article('/sitemap/pages.xml');
    expect(pages).toContain(`<loc>${site}/az/region/georgia</loc>`);
    expect(pages).not.toContain('/az/section/opinion');
    for (const path of [
      '/sitemap/en-2.xml',
      '/sitemap/en-news-2.xml',
      '/sitemap/en.xml',
      '/sitemap/xx-1.xml',
    ])
      expect((await reader.get(path)).status).toBe(404);
  });

  it('finds in the sitemap of news what is two days old at most, at whatever time it asks', async () => {
    expect(parse(await article('/sitemap/en-news-1.xml')).urlset).not.toHaveProperty('url');
    const publishedAt = new Date(Date.now() - 3_600_000).toISOString();
    newsroom.articles.push(sampleArticle(3, { publishedAt, modifiedAt: publishedAt }));
    const { headers, body } = await reader.get('/sitemap/en-news-1.xml');
    expect(headers['cache-control']).toBe('no-cache');
    const [url] = parse(body).urlset?.url as Record<string, unknown>[];
    expect(url).toMatchObject({
      loc: `${site}/en/news/story-3`,
      'news:news': {
        'news:publication': { 'news:name': 'The Caspian Ledger', 'news:language': 'en' },
        'news:publication_date': publishedAt,
        'news:title': 'Headline 3',
      },
    });
    newsroom.articles.pop();
  });
});

describe('articles for machines', () => {
  it.each(languages)('are ninjs 3.2 in %s', async (language) => {
    const { headers, body } = await reader.get(`/${language}/news/${language}-1/article.ninjs.json`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const item = ninjsSchema.parse(JSON.parse(body));
    expect(item).toMatchObject({
      language,
      standard: { version: '3.2' },
      headlines: [{ value: 'Headline 1' }],
    });
    expect(item.associations?.filter(({ rel }) => rel !== 'lead')).toHaveLength(3);
  });

  it('are Markdown with whole addresses, linked from their page', async () => {
    const { headers, body } = await reader.get('/en/news/en-1.md');
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      link: `<${site}/en/news/en-1>; rel="canonical"`,
    });
    expect(body).toContain('title: "Headline 1"');
    expect(body).toContain(`Text of [en-1](${site}/en/news/en-1).`);
    const page = await article('/en/news/en-1');
    expect(page).toContain(`<link rel="alternate" type="text/markdown" href="${site}/en/news/en-1.md"`);
    expect(await article('/llms.txt')).toContain(`[Headline 1](${site}/en/news/en-1.md)`);
  });

  it('follow an article to its present address, and end with it', async () => {
    newsroom.moved.set('en/old', '/en/news/en-1');
    newsroom.gone.add('en/gone');
    const answers = await Promise.all(
      ['old.md', 'old/article.ninjs.json', 'gone.md', 'none/article.ninjs.json'].map((name) =>
        reader.get(`/en/news/${name}`),
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
    const robots = await article('/robots.txt');
    expect(robots).toMatch(/User-agent: GPTBot\n[\s\S]*Disallow: \/\n\nUser-agent: \*\nAllow: \/\n/);
    expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`);
    await change({ crawlers: { ...crawlers, aiTraining: true } });
    await vi.waitFor(async () => {
      expect(await article('/robots.txt')).not.toContain('GPTBot');
    });
  });

  it('has no text versions where the site gives none', async () => {
    await article('/en/news/en-1.md');
    await change({ crawlers: { ...crawlers, textVersions: false } });
    for (const path of ['/en/news/en-1.md', '/llms.txt'])
      await vi.waitFor(async () => {
        expect((await reader.get(path)).status).toBe(404);
      });
    await vi.waitFor(async () => {
      expect(await article('/en/news/en-1')).not.toContain('text/markdown');
    });
  });

  it('says on every page and file that nothing is to be listed, where the site wants that', async () => {
    await change({ crawlers: { ...crawlers, searchEngines: false } });
    for (const path of ['/en/', '/en/news/en-1', '/en/feed.xml', '/en/news/en-1.md', '/ru/news/none'])
      await vi.waitFor(async () => {
        expect((await reader.get(path)).headers['x-robots-tag']).toBe('noindex');
      });
    expect(await article('/en/news/en-1')).toContain('<meta name="robots" content="noindex"');
    expect((await reader.get('/sitemap.xml')).status).toBe(404);
    await vi.waitFor(async () => {
      expect(await article('/robots.txt')).not.toContain('Sitemap');
    });
  });
});

describe('what browsers read of the site', () => {
  it('is a manifest with icons drawn from the name, and a search for the address bar', async () => {
    const { headers, body } = await reader.get('/hy/manifest.webmanifest');
    expect(headers['content-type']).toBe('application/manifest+json; charset=utf-8');
    const manifest = JSON.parse(body) as { name: string; start_url: string; icons: { src: string }[] };
    expect(manifest).toMatchObject({ name: 'Կասպից հանդես', start_url: '/hy/', lang: 'hy' });
    expect(manifest.icons[0]?.src).toBe('/icon/hy/iconhy/192.png');
    const search = parse(await article('/ru/opensearch.xml')).OpenSearchDescription;
    expect(String(search?.ShortName).length).toBeLessThanOrEqual(16);
    expect(search?.Url).toContainEqual({
      '@_type': 'text/html',
      '@_method': 'get',
      '@_template': `${site}/ru/search?q={searchTerms}`,
    });
  });

  it.each(languages)('is linked from every page in %s', async (language) => {
    for (const path of [`/${language}/`, `/${language}/region/georgia`, `/${language}/news/${language}-1`]) {
      const page = await article(path);
      expect(page).toContain(`<link rel="manifest" href="/${language}/manifest.webmanifest"`);
      expect(page).toContain('<link rel="search" type="application/opensearchdescription+xml"');
      for (const type of ['application/rss+xml', 'application/atom+xml', 'application/feed+json'])
        expect(page).toContain(`<link rel="alternate" type="${type}"`);
    }
  });
});
