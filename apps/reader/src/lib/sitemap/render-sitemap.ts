import type { Language, SitemapEntry } from '@broadsheet/types';
import { escapeXml } from '#lib/feeds/escape-xml.ts';

const begin = '<?xml version="1.0" encoding="utf-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A sitemap index (sitemaps.org 0.9) of these parts. */
export function renderIndex(parts: readonly string[]): string {
  const entries = parts.map((part) => `<sitemap><loc>${escapeXml(part)}</loc></sitemap>\n`);
  return `${begin}<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`;
}

/**
 * One part. Every version of a story names all of them, itself included, and the same x-default.
 * @param all the entries of every language, where the other versions are found
 * @param order languages by precedence for x-default
 */
export function renderPart(
  origin: string,
  entries: readonly SitemapEntry[],
  all: readonly SitemapEntry[],
  order: readonly Language[],
): string {
  const versions = Map.groupBy(all, ({ storyId }) => storyId);
  const urls = entries.map((entry) => {
    const same = order.flatMap(
      (each) => versions.get(entry.storyId)?.find(({ language }) => language === each) ?? [],
    );
    const alternates = same.map((each) => alternate(each.language, addressOf(origin, each)));
    const fallback = same[0] ? alternate('x-default', addressOf(origin, same[0])) : '';
    const loc = `<loc>${escapeXml(addressOf(origin, entry))}</loc><lastmod>${entry.modifiedAt}</lastmod>`;
    return `<url>${loc}${alternates.join('')}${fallback}</url>\n`;
  });
  return `${begin}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`;
}

const addressOf = (origin: string, { language, slug }: SitemapEntry): string =>
  `${origin}/${language}/news/${slug}`;

const alternate = (language: string, href: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(href)}"/>`;
