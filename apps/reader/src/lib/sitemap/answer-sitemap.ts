import { error } from '@sveltejs/kit';
import type { Language, PublicSite, PublicTerm, SitemapEntry } from '@broadsheet/types';
import type { PageReading } from '#lib/server/page-reading.ts';
import { alwaysFresh } from '#lib/server/page-rendering.ts';
import { toSiteView } from '#lib/site/site-view.ts';
import { renderIndex, renderNews, renderPages, renderPart } from './render-sitemap.ts';

/** Files of news at most: more came out in two days than any newsroom writes. Of topics and authors as well. */
const mostParts = 9;
const termKinds = ['topic', 'author'] as const;
type TermKind = (typeof termKinds)[number];
const headers = { 'content-type': 'application/xml; charset=utf-8' };

/** The index of all files: pages, topics, authors, of each language the articles in parts that stay as they are, and the news. */
export async function answerSitemapIndex(reading: PageReading, origin: string): Promise<Response> {
  const { liveLanguages } = await readOpenSite(reading);
  const files = await Promise.all(
    liveLanguages.map(async (language) => {
      const [{ parts }, news] = await Promise.all([
        reading.sitemapParts(language),
        readNews(reading, language),
      ]);
      return [
        ...parts.map((_, index) => `${language}-${String(index + 1)}`),
        ...news.map((_, index) => `${language}-news-${String(index + 1)}`),
      ];
    }),
  );
  const terms = await Promise.all(
    termKinds.map(async (kind) => {
      const parts = await readTerms(reading, kind);
      return parts.map((_, index) => `${kind}s-${String(index + 1)}`);
    }),
  );
  const names = ['pages', ...terms.flat(), ...files.flat()];
  return new Response(renderIndex(names.map((name) => `${origin}/sitemap/${name}.xml`)), { headers });
}

/** One file: `pages.xml`, `topics-1.xml`, `en-1.xml`, or `en-news-1.xml`, which is made anew each time because hours pass. */
export async function answerSitemapPart(
  reading: PageReading,
  origin: string,
  name: string,
): Promise<Response> {
  const site = await readOpenSite(reading);
  const order = [site.defaultLanguage, ...site.liveLanguages.filter((each) => each !== site.defaultLanguage)];
  if (name === 'pages.xml') return new Response(renderPages(pagesOf(site, order, origin)), { headers });
  const [, term, part] = /^(topic|author)s-([1-9])\.xml$/.exec(name) ?? [];
  const kind = termKinds.find((each) => each === term);
  if (kind) {
    const terms = (await readTerms(reading, kind))[Number(part) - 1];
    if (!terms) error(404, 'There is no such part.');
    const pages = terms.map((each) => pagesOfTerm(each, kind, order, origin));
    return new Response(renderPages(pages), { headers });
  }
  const [, prefix, isNews, number] = /^([a-z]{2})-(news-)?([1-9]\d{0,3})\.xml$/.exec(name) ?? [];
  const language = site.liveLanguages.find((each) => each === prefix);
  if (language === undefined) error(404, 'There is no such part.');
  if (isNews) {
    const entries = (await readNews(reading, language))[Number(number) - 1];
    if (!entries) error(404, 'There is no such part.');
    const body = renderNews(origin, entries, { name: site.texts[language].name });
    return new Response(body, { headers: { ...headers, 'cache-control': alwaysFresh } });
  }
  const after = (await reading.sitemapParts(language)).parts[Number(number) - 1];
  if (after === undefined) error(404, 'There is no such part.');
  const { items } = await reading.sitemap(language, after);
  return new Response(renderPart(origin, items, order), { headers });
}

/** @throws 404 where search engines are not to list the site */
async function readOpenSite(reading: PageReading): Promise<PublicSite> {
  const site = await reading.site();
  if (!site.crawlers.searchEngines) error(404, 'This site is not to be listed.');
  return site;
}

/** At least one file, which may be empty. */
async function readNews(reading: PageReading, language: Language): Promise<SitemapEntry[][]> {
  const parts: SitemapEntry[][] = [];
  let after: string | null = null;
  do {
    const { items, next } = await reading.sitemap(language, after, 'news');
    parts.push(items);
    after = next;
  } while (after !== null && parts.length < mostParts);
  return parts;
}

/** The topics or authors of which anything is published, by file; no file where there are none. */
async function readTerms(reading: PageReading, kind: TermKind): Promise<PublicTerm[][]> {
  const parts: PublicTerm[][] = [];
  let after: string | null = null;
  do {
    const { items, next } = await reading.terms(kind, after);
    if (items.length > 0) parts.push(items);
    after = next;
  } while (after !== null && parts.length < mostParts);
  return parts;
}

/** The pages of a topic or author: in each language in which it has a name and something is published. */
const pagesOfTerm = (
  { slug, names, languages }: PublicTerm,
  kind: TermKind,
  order: readonly Language[],
  origin: string,
): { language: Language; address: string }[] =>
  order
    .filter((language) => names[language] !== undefined && languages.includes(language))
    .map((language) => ({ language, address: `${origin}/${language}/${kind}/${slug}` }));

/** Fronts, sections and regions, each with its other languages. */
function pagesOf(
  site: PublicSite,
  order: readonly Language[],
  origin: string,
): { language: Language; address: string }[][] {
  const views = order.map((language) => toSiteView(site, language, origin));
  const fronts = views.map(({ language }) => ({ language, address: `${origin}/${language}/` }));
  const lists = [...site.sections, ...site.regions].map(({ id }) =>
    views.flatMap(({ language, sections, regions }) =>
      [...sections, ...regions]
        .filter((each) => each.id === id)
        .map(({ href }) => ({ language, address: origin + href })),
    ),
  );
  return [fronts, ...lists];
}
