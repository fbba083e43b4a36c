import type { PublicArticle } from '@broadsheet/types';
import type { Named, SiteView } from '#lib/site/site-view.ts';
import { previewPicture } from './page-head.ts';

const context = 'https://schema.org';

export const webSite = (site: SiteView): Record<string, unknown> => ({
  '@context': context,
  '@type': 'WebSite',
  name: site.name,
  description: site.description,
  url: `${site.origin}/${site.language}/`,
  inLanguage: site.language,
});

/** The way from the front to a page; the last step is the page itself. */
export const breadcrumbs = (
  site: SiteView,
  steps: readonly Pick<Named, 'name' | 'href'>[],
): Record<string, unknown> => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: site.name, href: `/${site.language}/` }, ...steps].map(
    ({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: site.origin + href,
    }),
  ),
});

export const newsArticle = (
  site: SiteView,
  article: PublicArticle,
  path: string,
): Record<string, unknown> => ({
  '@context': context,
  '@type': 'NewsArticle',
  headline: article.headline,
  description: article.seoDescription || article.standfirst,
  inLanguage: article.language,
  datePublished: article.publishedAt,
  dateModified: article.modifiedAt,
  mainEntityOfPage: site.origin + path,
  wordCount: article.wordCount,
  ...(article.picture ? { image: [site.origin + previewPicture(article.picture).path] } : {}),
  author: article.authors.map(({ name, slug }) => ({
    '@type': 'Person',
    name,
    url: `${site.origin}/${article.language}/author/${slug}`,
  })),
  publisher: {
    '@type': 'NewsMediaOrganization',
    name: site.name,
    url: `${site.origin}/${article.language}/`,
  },
});
