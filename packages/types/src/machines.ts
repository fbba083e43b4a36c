import { z } from 'zod';
import { id, instant, slug } from './common.ts';
import { language } from './localized.ts';
import {
  publicAddress,
  publicAuthor,
  publicCard,
  publicListQuery,
  publicNamed,
  publicPicture,
} from './public.ts';

/** Widths of the icons that are drawn from the site's name, in pixels. */
export const iconSizes = [180, 192, 512] as const;

/** A story in a feed. */
export const publicFeedItem = publicCard.extend({
  topics: z.array(publicNamed),
  authors: z.array(publicAuthor),
  /** The whole text, where the site gives it to feeds. */
  html: z.string().nullable(),
});
export type PublicFeedItem = z.infer<typeof publicFeedItem>;

/** The newest stories of a list, for its feeds. */
export const publicFeed = z.object({ items: z.array(publicFeedItem) }).meta({ id: 'PublicFeed' });
export type PublicFeed = z.infer<typeof publicFeed>;

export const publicFeedQuery = publicListQuery.pick({
  section: true,
  region: true,
  topic: true,
  author: true,
});
export type PublicFeedQuery = z.infer<typeof publicFeedQuery>;

/** The text of an article as CommonMark; addresses on the site begin with a slash. */
export const publicMarkdown = z.object({ markdown: z.string() }).meta({ id: 'PublicMarkdown' });
export type PublicMarkdown = z.infer<typeof publicMarkdown>;

export const sitemapEntry = z.object({
  language,
  slug,
  storyId: id,
  headline: z.string(),
  picture: publicPicture.nullable(),
  /** The published articles of the same story that are our own, this one included. */
  translations: z.array(publicAddress),
  publishedAt: instant,
  modifiedAt: instant,
});
export type SitemapEntry = z.infer<typeof sitemapEntry>;
export const sitemapPage = z
  .object({ items: z.array(sitemapEntry), next: z.string().nullable() })
  .meta({ id: 'SitemapPage' });
export type SitemapPage = z.infer<typeof sitemapPage>;

/** Where the pages of a language's sitemap begin: the cursors to ask for them by, null for the first. */
export const sitemapParts = z.object({ parts: z.array(z.string().nullable()) }).meta({ id: 'SitemapParts' });
export type SitemapParts = z.infer<typeof sitemapParts>;
