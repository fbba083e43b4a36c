import { z } from 'zod';
import { id, instant } from './common.ts';
import { articleContent } from './document.ts';

/** Why a revision was frozen. */
export const revisionReason = z.enum(['approved', 'scheduled', 'published', 'saved', 'restored']);
export type RevisionReason = z.infer<typeof revisionReason>;

export const revisionSummary = z
  .object({
    id,
    articleId: id,
    number: z.int(),
    reason: revisionReason,
    headline: z.string(),
    wordCount: z.int(),
    createdBy: z.object({ id, name: z.string() }).nullable(),
    createdAt: instant,
    isPublished: z.boolean(),
    isApproved: z.boolean(),
  })
  .meta({ id: 'RevisionSummary' });
export type RevisionSummary = z.infer<typeof revisionSummary>;

/** An immutable snapshot of an article; `html` is rendered as readers would get it. */
export const revision = revisionSummary
  .extend({ content: articleContent, html: z.string() })
  .meta({ id: 'Revision' });
export type Revision = z.infer<typeof revision>;

/** An article's history, newest first. */
export const revisionList = z.object({ items: z.array(revisionSummary) }).meta({ id: 'RevisionList' });
export type RevisionList = z.infer<typeof revisionList>;

export const restoreInput = z.strictObject({ revisionId: id }).meta({ id: 'RestoreInput' });
export type RestoreInput = z.infer<typeof restoreInput>;
