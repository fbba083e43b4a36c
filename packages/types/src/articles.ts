import { z } from 'zod';
import { checkCode } from './checks.ts';
import { id, instant, slug, version, webAddress } from './common.ts';
import { language } from './localized.ts';

/** Speaks of the work on the next version; what readers see is the published revision, whatever the status. */
export const articleStatuses = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'unpublished',
  'archived',
] as const;
export const articleStatus = z.enum(articleStatuses).meta({ id: 'ArticleStatus' });
export type ArticleStatus = z.infer<typeof articleStatus>;

/** The steps of the workflow. `update` is `publish` for an article that readers already have. */
export const workflowSteps = [
  'submit',
  'send_back',
  'approve',
  'publish',
  'update',
  'schedule',
  'unschedule',
  'unpublish',
] as const;
export const workflowStep = z.enum(workflowSteps).meta({ id: 'WorkflowStep' });
export type WorkflowStep = z.infer<typeof workflowStep>;

/** What somebody did for an article. */
export const authorRoles = ['text', 'photo', 'translation'] as const;
export const authorRole = z.enum(authorRoles).meta({ id: 'AuthorRole' });
export type AuthorRole = z.infer<typeof authorRole>;

/** One name in an article's byline; who wrote and photographed stands there twice. */
export const articleAuthor = z.strictObject({ authorId: id, role: authorRole }).meta({ id: 'ArticleAuthor' });
export type ArticleAuthor = z.infer<typeof articleAuthor>;

/** One language's version of a story, as lists show it. */
export const articleSummary = z
  .object({
    id,
    language,
    headline: z.string(),
    status: articleStatus,
    wordCount: z.int(),
    /** The draft differs from what readers see. */
    changedSincePublication: z.boolean(),
    publishAt: instant.nullable(),
    publishedAt: instant.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'ArticleSummary' });
export type ArticleSummary = z.infer<typeof articleSummary>;

export const article = articleSummary
  .extend({
    storyId: id,
    standfirst: z.string(),
    slug: slug.nullable(),
    /** What the slug would be, made from the headline; used at publication when no slug is set. */
    suggestedSlug: slug.nullable(),
    seoTitle: z.string(),
    seoDescription: z.string(),
    /** In the order of the byline. */
    authors: z.array(articleAuthor),
    /** For search engines and other machines; readers of the page do not see it. */
    summary: z.string(),
    /** Where a piece from elsewhere stands in the original; null for our own. */
    canonicalUrl: webAddress.nullable(),
    /** Whom the piece was taken from; empty for our own reporting. */
    sourceName: z.string(),
    sourceUrl: webAddress.nullable(),
    /** The frozen revision that approval or schedule made. */
    approvedRevisionId: id.nullable(),
    changedSinceApproval: z.boolean(),
    publishedRevisionId: id.nullable(),
    /** Where readers find the site. */
    siteUrl: z.url(),
    publicUrl: z.url().nullable(),
    sourceLanguage: language.nullable(),
    deskNote: z.string(),
    /** What the person who asked may do: `steps` in order, the first is the primary action. */
    may: z.object({
      write: z.boolean(),
      suggest: z.boolean(),
      comment: z.boolean(),
      steps: z.array(workflowStep),
    }),
    version,
    /** The name of who made this version; null for a new one. */
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof article>;

export const updateArticleInput = z
  .strictObject({
    version,
    slug: slug.nullable().optional(),
    seoTitle: z.string().trim().max(120).optional(),
    seoDescription: z.string().trim().max(300).optional(),
    authors: z.array(articleAuthor).max(30).optional(),
    summary: z.string().trim().max(1000).optional(),
    canonicalUrl: webAddress.nullable().optional(),
    sourceName: z.string().trim().max(200).optional(),
    sourceUrl: webAddress.nullable().optional(),
  })
  .meta({ id: 'UpdateArticleInput' });
export type UpdateArticleInput = z.infer<typeof updateArticleInput>;

/** A step of the workflow. `version` is the article's as the person saw it. */
export const stepInput = z.strictObject({ version }).meta({ id: 'StepInput' });
export type StepInput = z.infer<typeof stepInput>;

/**
 * A step that leads to readers. With `accepted`, warnings that are not in it hold the step back (`ARTICLE_WARNED`), so
 * that a person is asked; who leaves it out is not asked. What stops an article stops it either way.
 */
export const publishInput = stepInput
  .extend({ accepted: z.array(checkCode).max(50).optional() })
  .meta({ id: 'PublishInput' });
export type PublishInput = z.infer<typeof publishInput>;
export const sendBackInput = stepInput
  .extend({ note: z.string().trim().max(2000).default('') })
  .meta({ id: 'SendBackInput' });
export type SendBackInput = z.infer<typeof sendBackInput>;

/** Wall-clock time in the site's time zone, `YYYY-MM-DDTHH:mm`; the API turns it into an instant. */
export const scheduleInput = publishInput
  .extend({ publishAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Use YYYY-MM-DDTHH:mm.') })
  .meta({ id: 'ScheduleInput' });
export type ScheduleInput = z.infer<typeof scheduleInput>;
