import { escapeXml } from './escape-xml.ts';
import type { FeedItem, FeedMatter } from './feed-matter.ts';

/** An empty feed needs a date too. */
const never = '1970-01-01T00:00:00.000Z';

/** Atom (RFC 4287). The feed's id is the address of its page, an entry's that of its article. */
export function renderAtom({ site, title, page, self, changedAt, items }: FeedMatter): string {
  const subtitle = site.description && `<subtitle>${escapeXml(site.description)}</subtitle>`;
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">` +
    `<id>${escapeXml(page)}</id><title>${escapeXml(title)}</title>${subtitle}` +
    `<updated>${changedAt ?? never}</updated><author><name>${escapeXml(site.name)}</name></author>` +
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>` +
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>` +
    `<icon>${escapeXml(`${site.origin}/icon/${site.language}/${site.icon}/192.png`)}</icon>\n` +
    items.map(renderEntry).join('') +
    '</feed>\n'
  );
}

function renderEntry(item: FeedItem): string {
  const authors = item.authors.map(({ role, shown, address }) => {
    const element = role === 'text' ? 'author' : 'contributor';
    return `<${element}><name>${escapeXml(shown)}</name><uri>${escapeXml(address)}</uri></${element}>`;
  });
  return (
    `<entry><id>${item.id}</id><title>${escapeXml(item.headline)}</title>` +
    `<link rel="alternate" type="text/html" href="${escapeXml(item.address)}"/>` +
    (item.picture
      ? `<link rel="enclosure" type="image/jpeg" href="${escapeXml(item.picture.address)}"/>`
      : '') +
    `<published>${item.publishedAt}</published><updated>${item.modifiedAt}</updated>${authors.join('')}` +
    item.categories.map((name) => `<category term="${escapeXml(name)}"/>`).join('') +
    `<summary>${escapeXml(item.standfirst)}</summary>` +
    (item.html === null ? '' : `<content type="html">${escapeXml(item.html)}</content>`) +
    '</entry>\n'
  );
}
