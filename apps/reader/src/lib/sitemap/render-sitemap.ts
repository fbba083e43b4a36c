import type { Language, SitemapEntry } from '@broadsheet/types';
import { escapeXml } from '#lib/feeds/escape-xml.ts';
import { articlePath } from '#lib/formats/article-addresses.ts';
import { pictureFile } from '#lib/formats/picture-files.ts';

const begin = '<?xml version="1.0" encoding="utf-8"?>\n';
const sitemap = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const xhtml = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const image = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

interface Version {
  language: Language;
  address: string;
}

/** A sitemap index (sitemaps.org 0.9) of these files. */
export function renderIndex(files: readonly string[]): string {
  const entries = files.map((file) => `<sitemap><loc>${escapeXml(file)}</loc></sitemap>\n`);
  return `${begin}<sitemapindex ${sitemap}>\n${entries.join('')}</sitemapindex>\n`;
}

/**
 * A part with its articles, their pictures and their versions: every one of a story names all of them, itself
 * included, and the same x-default.
 * @param order languages by precedence for x-default
 */
export function renderPart(
  origin: string,
  entries: readonly SitemapEntry[],
  order: readonly Language[],
): string {
  const urls = entries.map((entry) => {
    const versions = order.flatMap(
      (each) => entry.translations.find(({ language }) => language === each) ?? [],
    );
    const alternates = renderAlternates(
      versions.map((each) => ({ language: each.language, address: origin + articlePath(each) })),
    );
    const loc = escapeXml(origin + articlePath(entry));
    return `<url><loc>${loc}</loc><lastmod>${entry.modifiedAt}</lastmod>${alternates}${renderImage(origin, entry)}</url>\n`;
  });
  return `${begin}<urlset ${sitemap} ${xhtml} ${image}>\n${urls.join('')}</urlset>\n`;
}

/** Pages that are not articles, each with the same page in other languages; the first of them is x-default. */
export function renderPages(pages: readonly (readonly Version[])[]): string {
  const urls = pages.flatMap((versions) =>
    versions.map(
      ({ address }) => `<url><loc>${escapeXml(address)}</loc>${renderAlternates(versions)}</url>\n`,
    ),
  );
  return `${begin}<urlset ${sitemap} ${xhtml}>\n${urls.join('')}</urlset>\n`;
}

/** Google's sitemap of news: the last two days of one language. */
export function renderNews(
  origin: string,
  entries: readonly SitemapEntry[],
  publication: { name: string },
): string {
  const urls = entries.map(
    (entry) =>
      `<url><loc>${escapeXml(origin + articlePath(entry))}</loc><news:news><news:publication>` +
      `<news:name>${escapeXml(publication.name)}</news:name><news:language>${entry.language}</news:language>` +
      `</news:publication><news:publication_date>${entry.publishedAt}</news:publication_date>` +
      `<news:title>${escapeXml(entry.headline)}</news:title></news:news>${renderImage(origin, entry)}</url>\n`,
  );
  return `${begin}<urlset ${sitemap} ${news} ${image}>\n${urls.join('')}</urlset>\n`;
}

function renderAlternates(versions: readonly Version[]): string {
  const links = versions.map(({ language, address }) => alternate(language, address));
  const fallback = versions[0] ? alternate('x-default', versions[0].address) : '';
  return links.join('') + fallback;
}

function renderImage(origin: string, { picture }: SitemapEntry): string {
  if (!picture) return '';
  const address = escapeXml(origin + pictureFile(picture, 'full').path);
  return `<image:image><image:loc>${address}</image:loc></image:image>`;
}

const alternate = (language: string, href: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(href)}"/>`;
