import type { PageHead } from '#lib/head/page-head.ts';
import type { SiteView } from '#lib/site/site-view.ts';

/** The head of a page that is about a device and not about the news: found by nobody, the same in every language. */
export const keptHead = (site: SiteView, name: 'saved' | 'offline', title: string): PageHead => ({
  title: `${title} | ${site.name}`,
  description: '',
  path: `/${site.language}/${name}`,
  alternates: site.languages.map((language) => ({ language, path: `/${language}/${name}` })),
  isHidden: true,
  structured: [],
});
