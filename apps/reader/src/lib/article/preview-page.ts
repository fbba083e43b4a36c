import { error } from '@sveltejs/kit';
import type { PageReading } from '#lib/server/page-reading.ts';
import { toSiteView, type SiteView } from '#lib/site/site-view.ts';
import { toArticleHead, type ArticlePageData } from './article-page.ts';
import { readArticleView } from './article-view.ts';

/**
 * The page of a draft, as its readers would get it.
 * @throws 404 when the link has expired or was revoked
 */
export async function readPreviewPage(
  reading: PageReading,
  origin: string,
  token: string,
): Promise<ArticlePageData & { site: SiteView }> {
  const [settings, article] = await Promise.all([reading.site(), reading.preview(token)]);
  if (!article) error(404, 'This preview has ended.');
  const site = toSiteView(settings, article.language, origin);
  const view = await readArticleView(reading, site, article, await reading.around(article), false);
  return { site, view, head: toArticleHead(view, site, true) };
}
