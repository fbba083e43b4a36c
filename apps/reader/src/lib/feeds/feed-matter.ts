import type { AuthorRole, PublicFeedItem } from '@broadsheet/types';
import { nameWithRole } from '#lib/article/byline.ts';
import { absoluteHtml } from '#lib/formats/absolute-html.ts';
import { articlePath } from '#lib/formats/article-addresses.ts';
import { pictureFile, type PictureFile } from '#lib/formats/picture-files.ts';
import type { SiteView } from '#lib/site/site-view.ts';

/** All that a feed says, whatever its format. Every address is whole. */
export interface FeedMatter {
  site: SiteView;
  title: string;
  /** The page beside the feed, and the feed itself. */
  page: string;
  self: string;
  /** The latest change among the items; null for an empty feed. */
  changedAt: string | null;
  items: FeedItem[];
}

export interface FeedItem {
  /** Of the article: a new slug is no new item. */
  id: string;
  address: string;
  headline: string;
  standfirst: string;
  publishedAt: string;
  modifiedAt: string;
  /** `shown` is the name with what was done, for formats that have a place for names alone. */
  authors: { name: string; shown: string; address: string; role: AuthorRole }[];
  /** Section and topics. */
  categories: string[];
  picture: (PictureFile & { address: string; alt: string; credit: string }) | null;
  /** The whole text, where the site gives it. */
  html: string | null;
}

/** An item as the formats need it. */
export function toFeedItem(site: SiteView, item: PublicFeedItem): FeedItem {
  const { origin } = site;
  const section = site.sections.find(({ id }) => id === item.sectionId);
  const file = item.picture ? pictureFile(item.picture, '16x9') : null;
  return {
    id: `urn:uuid:${item.id}`,
    address: origin + articlePath(item),
    headline: item.headline,
    standfirst: item.standfirst,
    publishedAt: item.publishedAt,
    modifiedAt: item.modifiedAt,
    authors: item.authors.map(({ name, slug, role }) => ({
      name,
      shown: nameWithRole({ name, role }),
      role,
      address: `${origin}/${item.language}/author/${slug}`,
    })),
    categories: [...(section ? [section.name] : []), ...item.topics.map(({ name }) => name)],
    picture:
      item.picture && file
        ? { ...file, address: origin + file.path, alt: item.picture.alt, credit: item.picture.credit }
        : null,
    html: item.html === null ? null : absoluteHtml(item.html, origin),
  };
}
