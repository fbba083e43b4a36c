/** The ends of the names of the feeds beside each list, and how browsers know them. */
export const feedTypes = {
  xml: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;
export type FeedFormat = keyof typeof feedTypes;

/** The feed beside the page of a list. */
export const feedPath = (page: string, format: FeedFormat): string =>
  `${page.replace(/\/$/, '')}/feed.${format}`;
