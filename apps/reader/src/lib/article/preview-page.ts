import type { PublicPreview } from '@broadsheet/types';
import { error } from '@sveltejs/kit';
import type { PageReading } from '#lib/server/page-reading.ts';
import { toSiteView, type SiteView } from '#lib/site/site-view.ts';
import { toArticleHead, type ArticlePageData } from './article-page.ts';
import { readArticleView } from './article-view.ts';

/**
 * The page of a draft, as its readers would get it, or of a version as they had it.
 * @throws 404 when the link has expired or was revoked
 */
export async function readPreviewPage(
  reading: PageReading,
  origin: string,
  token: string,
): Promise<ArticlePageData & { site: SiteView; state: PublicPreview['state'] }> {
  const [settings, preview] = await Promise.all([reading.site(), reading.preview(token)]);
  if (!preview) error(404, 'This preview has ended.');
  const { article, state } = preview;
  const site = toSiteView(settings, article.language, origin);
  const view = await readArticleView(reading, site, article, await reading.around(article), false);
  return { site, state, view, head: toArticleHead(view, site, true) };
}
