import { z } from 'zod';
import { id } from './common.ts';
import { publicArticle, publicCard, type PublicCard } from './public.ts';

/** Hours that each step of priority is worth on a front. */
export const hoursPerPriority = 12;

/** Words from which a text is a long read: as much as takes five minutes or so. */
export const longReadWords = 900;

/**
 * Where a story stands on a front, as an instant in milliseconds: its publication, moved by twelve hours for each step
 * of priority above or below the middle. The same order as a score that starts at 4^(3 − priority) and halves every six
 * hours, but one that time alone never changes: a stored front stays right.
 */
export const frontTime = ({ publishedAt, priority }: Pick<PublicCard, 'publishedAt' | 'priority'>): number =>
  Date.parse(publishedAt) + (3 - priority) * hoursPerPriority * 3_600_000;

/** The first stories of a front, by `frontTime`, and the newest long reads. */
export const publicFront = z
  .object({ items: z.array(publicCard), longReads: z.array(publicCard) })
  .meta({ id: 'PublicFront' });
export type PublicFront = z.infer<typeof publicFront>;

/** Null where the site does not show how often its stories were read. */
const views = z.int().nullable();

/** What stands beside an article, all of its own language. */
export const publicAround = z
  .object({
    views,
    /** Stories of the same topics (two points each), regions (one) and section (half), the newest first among equals. */
    more: z.array(publicCard),
    /** The neighbours in its section by time of publication. */
    previous: publicCard.nullable(),
    next: publicCard.nullable(),
  })
  .meta({ id: 'PublicAround' });
export type PublicAround = z.infer<typeof publicAround>;

/** All that the page of an article shows of it, in one answer. */
export const publicPage = z
  .object({ article: publicArticle, around: publicAround })
  .meta({ id: 'PublicPage' });
export type PublicPage = z.infer<typeof publicPage>;

export const mostReadQuery = z.strictObject({
  /** A day or a week. */
  hours: z.enum(['24', '168']).default('24'),
  section: id.optional(),
  region: id.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export type MostReadQuery = z.infer<typeof mostReadQuery>;

export const mostRead = z.object({ items: z.array(publicCard.extend({ views })) }).meta({ id: 'MostRead' });
export type MostRead = z.infer<typeof mostRead>;

/** Views that a reader process counted since its last batch. What is not published is passed over. */
export const viewBatch = z
  .strictObject({
    views: z
      .array(z.strictObject({ articleId: id, count: z.int().min(1).max(1_000_000) }))
      .min(1)
      .max(5000),
  })
  .meta({ id: 'ViewBatch' });
export type ViewBatch = z.infer<typeof viewBatch>;
