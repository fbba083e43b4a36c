import type { PublicCard } from '@broadsheet/types';
import { previewPicture } from '#lib/head/page-head.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { escapeXml } from './escape-xml.ts';

export interface FeedMatter {
  site: SiteView;
  title: string;
  /** Address of the page beside the feed. */
  path: string;
  items: readonly PublicCard[];
}

/** RSS 2.0 with Dublin Core authors and a picture per story. An item's id is its article's, so a new slug is no new item. */
export function renderRss({ site, title, path, items }: FeedMatter): string {
  const self = `${site.origin}${path.replace(/\/$/, '')}/feed.xml`;
  const newest = items[0] ? `<lastBuildDate>${rfc822(items[0].publishedAt)}</lastBuildDate>` : '';
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>' +
    `<title>${escapeXml(title)}</title><link>${escapeXml(site.origin + path)}</link>` +
    `<description>${escapeXml(site.description || title)}</description><language>${site.language}</language>` +
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>${newest}\n` +
    items.map((item) => renderItem(site, item)).join('') +
    '</channel>\n</rss>\n'
  );
}

function renderItem(site: SiteView, card: PublicCard): string {
  const section = site.sections.find(({ id }) => id === card.sectionId);
  const picture = card.picture ? previewPicture(card.picture) : null;
  return (
    `<item><title>${escapeXml(card.headline)}</title>` +
    `<link>${escapeXml(`${site.origin}/${card.language}/news/${card.slug}`)}</link>` +
    `<guid isPermaLink="false">urn:uuid:${card.id}</guid><pubDate>${rfc822(card.publishedAt)}</pubDate>` +
    `<description>${escapeXml(card.standfirst)}</description>` +
    card.authorNames.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join('') +
    (section ? `<category>${escapeXml(section.name)}</category>` : '') +
    // the length of a picture is not known here; 0 is what the format's validator advises then
    (picture
      ? `<enclosure url="${escapeXml(site.origin + picture.path)}" type="image/jpeg" length="0"/>`
      : '') +
    '</item>\n'
  );
}

const rfc822 = (instant: string): string => new Date(instant).toUTCString();
