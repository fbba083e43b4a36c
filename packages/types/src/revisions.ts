import { z } from 'zod';
import { articleAuthor } from './articles.ts';
import { id, instant } from './common.ts';
import { articleContent } from './document.ts';
import { contentType } from './stories.ts';

/** Why a revision was frozen; `written` is what the newsroom keeps by itself when somebody pauses. */
export const revisionReason = z.enum(['approved', 'scheduled', 'published', 'saved', 'restored', 'written']);
export type RevisionReason = z.infer<typeof revisionReason>;

/** What belongs to an article beside its text, as it was when the revision was frozen. */
export const revisionMetadata = z
  .object({
    slug: z.string(),
    seoTitle: z.string(),
    seoDescription: z.string(),
    summary: z.string(),
    canonicalUrl: z.string().nullable(),
    sourceName: z.string(),
    sourceUrl: z.string().nullable(),
    sectionId: id.nullable(),
    regionIds: z.array(id),
    topicIds: z.array(id),
    authors: z.array(articleAuthor),
    leadMediaId: id.nullable(),
    contentType,
    priority: z.int(),
  })
  .meta({ id: 'RevisionMetadata' });
export type RevisionMetadata = z.infer<typeof revisionMetadata>;

/** From when until when readers had a revision; without an end while they have it. */
export const publicationPeriod = z
  .object({ since: instant, until: instant.nullable() })
  .meta({ id: 'PublicationPeriod' });
export type PublicationPeriod = z.infer<typeof publicationPeriod>;

const revisionPerson = z.object({ id, name: z.string(), colour: z.int() });

export const revisionSummary = z
  .object({
    id,
    articleId: id,
    number: z.int(),
    reason: revisionReason,
    /** What somebody called it. */
    name: z.string().nullable(),
    headline: z.string(),
    wordCount: z.int(),
    /** Whoever froze it; of one that was kept by itself, who wrote it, if that was one person. */
    createdBy: revisionPerson.nullable(),
    /** Everybody who changed text or data since the revision before, by name. */
    writtenBy: z.array(revisionPerson),
    createdAt: instant,
    isPublished: z.boolean(),
    isApproved: z.boolean(),
    metadata: revisionMetadata,
    /** Oldest first. */
    published: z.array(publicationPeriod),
  })
  .meta({ id: 'RevisionSummary' });
export type RevisionSummary = z.infer<typeof revisionSummary>;

/** An immutable snapshot of an article; `html` is rendered as readers would get it. */
export const revision = revisionSummary
  .extend({ content: articleContent, html: z.string() })
  .meta({ id: 'Revision' });
export type Revision = z.infer<typeof revision>;

/** What stands in an article now, whether or not a revision holds it. */
export const draft = z
  .object({
    content: articleContent,
    metadata: revisionMetadata,
    /** Everybody who changed text or data since the last revision, by name. */
    writtenBy: z.array(revisionPerson),
    wordCount: z.int(),
    updatedAt: instant,
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

/** An article's history, newest first. */
export const revisionList = z.object({ items: z.array(revisionSummary) }).meta({ id: 'RevisionList' });
export type RevisionList = z.infer<typeof revisionList>;

const revisionName = z.string().trim().min(1).max(120);

/** The name of a version that is kept by hand; one without a name is kept all the same. */
export const saveRevisionInput = z
  .strictObject({ name: revisionName.optional() })
  .meta({ id: 'SaveRevisionInput' });
export type SaveRevisionInput = z.infer<typeof saveRevisionInput>;

/** Null takes the name away. */
export const nameRevisionInput = z
  .strictObject({ name: revisionName.nullable() })
  .meta({ id: 'NameRevisionInput' });
export type NameRevisionInput = z.infer<typeof nameRevisionInput>;

export const restoreInput = z.strictObject({ revisionId: id }).meta({ id: 'RestoreInput' });
export type RestoreInput = z.infer<typeof restoreInput>;
