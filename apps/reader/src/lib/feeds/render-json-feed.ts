import type { FeedItem, FeedMatter } from './feed-matter.ts';

/** JSON Feed 1.1 (jsonfeed.org). An item has its whole text, or else its standfirst as plain text. */
export function renderJsonFeed({ site, title, page, self, items }: FeedMatter): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(site.description === '' ? {} : { description: site.description }),
    language: site.language,
    icon: `${site.origin}/icon/${site.language}/${site.icon}/512.png`,
    authors: [{ name: site.name, url: `${site.origin}/${site.language}/` }],
    items: items.map((item) => toItem(item, site.language)),
  };
  return `${JSON.stringify(feed)}\n`;
}

const toItem = (item: FeedItem, language: string) => ({
  id: item.id,
  url: item.address,
  title: item.headline,
  summary: item.standfirst,
  ...(item.html === null ? { content_text: item.standfirst || item.headline } : { content_html: item.html }),
  ...(item.picture ? { image: item.picture.address } : {}),
  date_published: item.publishedAt,
  date_modified: item.modifiedAt,
  authors: item.authors.map(({ shown, address }) => ({ name: shown, url: address })),
  tags: item.categories,
  language,
});
