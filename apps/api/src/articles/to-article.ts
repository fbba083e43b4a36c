import { slugify, type Article, type ArticleSummary } from '@broadsheet/types';
import { may, type Holder } from '../permissions/permissions.ts';
import { differs, scopeOf, type ArticleRow } from './article-rows.ts';
import { stepAction, stepsFrom, type WorkflowState } from './workflow.ts';

export const workflowState = (row: ArticleRow): WorkflowState => ({
  status: row.status,
  isPublished: row.published_revision_id !== null,
  changedSincePublication: differs(row, row.published) || row.pictures_changed,
  changedSinceApproval: differs(row, row.approved),
});

/** An article as lists show it. */
export const toArticleSummary = (row: ArticleRow): ArticleSummary => ({
  id: row.id,
  language: row.language,
  headline: row.headline,
  status: row.status,
  wordCount: row.word_count,
  changedSincePublication: differs(row, row.published) || row.pictures_changed,
  publishAt: row.publish_at?.toISOString() ?? null,
  publishedAt: row.published_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
});

/** An article for the person who asked. */
export function toArticle(row: ArticleRow, holder: Holder, siteUrl: string): Article {
  const scope = scopeOf(row);
  const state = workflowState(row);
  return {
    ...toArticleSummary(row),
    storyId: row.story_id,
    standfirst: row.standfirst,
    slug: row.slug,
    suggestedSlug: slugify(row.headline, row.language) || null,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    authors: row.authors,
    summary: row.summary,
    canonicalUrl: row.canonical_url,
    sourceName: row.source_name,
    sourceUrl: row.source_url,
    approvedRevisionId: row.approved_revision_id,
    changedSinceApproval: state.changedSinceApproval,
    publishedRevisionId: row.published_revision_id,
    siteUrl,
    publicUrl: row.public_slug === null ? null : `${siteUrl}/${row.language}/news/${row.public_slug}`,
    sourceLanguage: row.source_language,
    deskNote: row.desk_note,
    may: {
      write: may(holder, 'article.write', scope),
      suggest: may(holder, 'article.suggest', scope),
      comment: may(holder, 'story.comment', scope),
      steps: stepsFrom(state).filter((step) => may(holder, stepAction[step], scope)),
    },
    version: row.version,
    changedBy: row.last_change_by,
  };
}
