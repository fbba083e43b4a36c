import type { AuthorRole, ContentType, PublicArticle } from '@broadsheet/types';
import { articlePath } from '#lib/formats/article-addresses.ts';
import { pictureFile } from '#lib/formats/picture-files.ts';
import { iconPath } from '#lib/site/answer-site-files.ts';
import type { Named, SiteView } from '#lib/site/site-view.ts';
import { cardPicture } from './page-head.ts';

type Thing = Record<string, unknown>;

const context = 'https://schema.org';

/** schema.org has no kind for interviews; a live blog is one only with its entries, which are not here. */
const articleTypes: Record<ContentType, string> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  live: 'NewsArticle',
};

/** The paper itself, on its front. */
export const publisher = (site: SiteView): Thing => ({
  '@context': context,
  ...organization(site),
  ...(site.description === '' ? {} : { description: site.description }),
  sameAs: [...site.social, ...site.apps].map(({ href }) => href),
});

export const webSite = (site: SiteView): Thing => ({
  '@context': context,
  '@type': 'WebSite',
  name: site.name,
  description: site.description,
  url: `${site.origin}/${site.language}/`,
  inLanguage: site.language,
  publisher: { '@id': idOf(site) },
  potentialAction: {
    '@type': 'SearchAction',
    target: `${site.origin}/${site.language}/search?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
});

/** The way from the front to a page; the last step is the page itself. */
export const breadcrumbs = (site: SiteView, steps: readonly Pick<Named, 'name' | 'href'>[]): Thing => ({
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

/** An article with all that search engines recommend, its corrections, and the version it was translated from. */
export function newsArticle(site: SiteView, article: PublicArticle): Thing {
  const address = article.canonicalUrl ?? site.origin + articlePath(article);
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const regions = article.regionIds.flatMap((id) => site.regions.find((each) => each.id === id) ?? []);
  const source = article.basedOn;
  return {
    '@context': context,
    '@type': articleTypes[article.contentType],
    '@id': idOfArticle(article),
    headline: article.headline,
    description: article.seoDescription || article.standfirst,
    ...(article.summary === '' ? {} : { abstract: article.summary }),
    ...(article.contentType === 'interview' ? { genre: 'interview' } : {}),
    inLanguage: article.language,
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    url: address,
    mainEntityOfPage: { '@type': 'WebPage', '@id': address },
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    image: images(site, article),
    ...(section ? { articleSection: section.name } : {}),
    ...(article.topics.length > 0 ? { keywords: article.topics.map(({ name }) => name) } : {}),
    ...(regions.length > 0
      ? { contentLocation: regions.map(({ name }) => ({ '@type': 'Place', name })) }
      : {}),
    author: authors(site, article),
    ...contributors(site, article),
    ...(article.source ? { sourceOrganization: toSource(article.source) } : {}),
    publisher: organization(site),
    ...(article.corrections.length > 0 ? { correction: article.corrections.map(toCorrection) } : {}),
    ...(source
      ? {
          isBasedOn: {
            '@type': 'NewsArticle',
            '@id': idOfArticle(source),
            url: site.origin + articlePath(source),
            inLanguage: source.language,
          },
        }
      : {}),
  };
}

/** The same on every page and in every format, whatever becomes of the address. */
const idOfArticle = ({ id }: { id: string }): string => `urn:uuid:${id}`;

const toCorrection = ({ at, text }: PublicArticle['corrections'][number]): Thing => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: at,
});

/** Each shape of the lead picture as a file that is there, or else the card. */
function images(site: SiteView, article: PublicArticle): Thing[] {
  const { picture } = article;
  if (!picture) return [toImage(site, cardPicture(article))];
  return (['16x9', '3x2', 'full'] as const).map((crop) => ({
    ...toImage(site, pictureFile(picture, crop)),
    ...(picture.caption === '' ? {} : { caption: picture.caption }),
    ...(picture.credit === '' ? {} : { creditText: picture.credit }),
  }));
}

const toImage = (site: SiteView, file: { path: string; width: number; height: number }): Thing => ({
  '@type': 'ImageObject',
  url: site.origin + file.path,
  width: file.width,
  height: file.height,
});

/** A story without a byline is the paper's own. */
const authors = (site: SiteView, article: PublicArticle): Thing[] =>
  withRole(site, article, 'text') ?? [organization(site)];

/** Photographers and translators, each where schema.org has a place for them. */
function contributors(site: SiteView, article: PublicArticle): Thing {
  const photographers = withRole(site, article, 'photo');
  const translators = withRole(site, article, 'translation');
  return {
    ...(photographers && {
      contributor: photographers.map((contributor) => ({
        '@type': 'Role',
        roleName: 'photographer',
        contributor,
      })),
    }),
    ...(translators && { translator: translators }),
  };
}

function withRole(site: SiteView, article: PublicArticle, role: AuthorRole): Thing[] | null {
  const people = article.authors.filter((author) => author.role === role);
  if (people.length === 0) return null;
  return people.map(({ name, slug }) => ({
    '@type': 'Person',
    name,
    url: `${site.origin}/${article.language}/author/${slug}`,
  }));
}

const toSource = ({ name, url }: NonNullable<PublicArticle['source']>): Thing => ({
  '@type': 'Organization',
  name,
  ...(url === null ? {} : { url }),
});

const idOf = (site: SiteView): string => `${site.origin}/${site.language}/#publisher`;

const organization = (site: SiteView): Thing => ({
  '@type': 'NewsMediaOrganization',
  '@id': idOf(site),
  name: site.name,
  url: `${site.origin}/${site.language}/`,
  logo: { '@type': 'ImageObject', url: site.origin + iconPath(site, 512), width: 512, height: 512 },
});
