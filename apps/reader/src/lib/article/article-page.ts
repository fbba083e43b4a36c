import { error, redirect } from '@sveltejs/kit';
import type { PublicTranslation } from '@broadsheet/types';
import { articleFormats } from '#lib/formats/answer-formats.ts';
import { articlePath } from '#lib/formats/article-addresses.ts';
import { cardPicture, type Alternate, type PageHead } from '#lib/head/page-head.ts';
import { breadcrumbs, newsArticle } from '#lib/head/structured-data.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { readArticleView, type ArticleView } from './article-view.ts';

export interface ArticlePageData {
  view: ArticleView;
  head: PageHead;
}

/**
 * The page of a published article.
 * @throws 404 for what was never there, 410 for what was withdrawn, with its other languages, 301 for an earlier address
 */
export async function readArticlePage(
  reading: PageReading,
  site: SiteView,
  slug: string,
): Promise<ArticlePageData> {
  const answer = await reading.articlePage(site.language, slug);
  switch (answer.kind) {
    case 'missing':
      return error(404, 'There is no such story.');
    case 'gone':
      return error(410, 'This story was withdrawn.', { versions: versionsOf(answer.translations, site) });
    case 'moved':
      return redirect(301, answer.to);
    case 'article': {
      const view = await readArticleView(reading, site, answer.article, answer.around);
      return { view, head: toArticleHead(view, site) };
    }
  }
}

/** @param isHidden for a preview, which search engines must not find */
export function toArticleHead({ article, labels }: ArticleView, site: SiteView, isHidden = false): PageHead {
  const path = articlePath(article);
  const section = site.sections.find(({ id }) => id === article.sectionId);
  return {
    title: `${article.seoTitle || article.headline} | ${site.name}`,
    description: article.seoDescription || article.summary || article.standfirst,
    path,
    alternates: versionsOf(article.translations, site),
    ...(article.canonicalUrl ? { canonical: article.canonicalUrl } : {}),
    isHidden,
    article: {
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      section: section?.name ?? null,
      authors: article.authorNames,
      topics: article.topics.map(({ name }) => name),
    },
    picture: article.picture,
    // a draft has no card, and says nothing to machines
    ...(!isHidden && { card: cardPicture(article) }),
    structured: isHidden
      ? []
      : [
          newsArticle(site, article),
          breadcrumbs(site, [...labels.slice(0, 1), { name: article.headline, href: path }]),
        ],
    formats: articleFormats(site, article),
    current: labels[0]?.id ?? null,
  };
}

const versionsOf = (translations: readonly PublicTranslation[], site: SiteView): Alternate[] =>
  translations
    .filter(({ language }) => site.languages.includes(language))
    .map((each) => ({ language: each.language, path: articlePath(each), isSyndicated: each.isSyndicated }));
