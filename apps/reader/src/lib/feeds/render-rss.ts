import { escapeXml } from './escape-xml.ts';
import type { FeedItem, FeedMatter } from './feed-matter.ts';

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 2.0 with Dublin Core authors, Media RSS pictures and, where the site gives them, whole texts. */
export function renderRss({ site, title, page, self, changedAt, items }: FeedMatter): string {
  const newest = changedAt === null ? '' : `<lastBuildDate>${rfc822(changedAt)}</lastBuildDate>`;
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${namespaces}>\n<channel>` +
    `<title>${escapeXml(title)}</title><link>${escapeXml(page)}</link>` +
    `<description>${escapeXml(site.description || title)}</description><language>${site.language}</language>` +
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>${newest}\n` +
    items.map(renderItem).join('') +
    '</channel>\n</rss>\n'
  );
}

function renderItem(item: FeedItem): string {
  const html = item.html === null ? '' : `<content:encoded>${escapeXml(item.html)}</content:encoded>`;
  return (
    `<item><title>${escapeXml(item.headline)}</title><link>${escapeXml(item.address)}</link>` +
    `<guid isPermaLink="false">${item.id}</guid><pubDate>${rfc822(item.publishedAt)}</pubDate>` +
    `<description>${escapeXml(item.standfirst)}</description>` +
    item.authors
      .map(({ role, shown }) => {
        const element = role === 'text' ? 'dc:creator' : 'dc:contributor';
        return `<${element}>${escapeXml(shown)}</${element}>`;
      })
      .join('') +
    item.categories.map((name) => `<category>${escapeXml(name)}</category>`).join('') +
    renderPicture(item.picture) +
    `${html}</item>\n`
  );
}

function renderPicture(picture: FeedItem['picture']): string {
  if (!picture) return '';
  const address = escapeXml(picture.address);
  const credit = picture.credit && `<media:credit>${escapeXml(picture.credit)}</media:credit>`;
  return (
    // the length of a picture is not known here; 0 is what the format's validator advises then
    `<enclosure url="${address}" type="image/jpeg" length="0"/>` +
    `<media:content url="${address}" type="image/jpeg" medium="image" width="${String(picture.width)}"` +
    ` height="${String(picture.height)}"><media:description>${escapeXml(picture.alt)}</media:description>` +
    `${credit}</media:content>`
  );
}

const rfc822 = (instant: string): string => new Date(instant).toUTCString();
