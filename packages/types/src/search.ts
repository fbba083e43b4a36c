import { z } from 'zod';
import { id, slug } from './common.ts';
import { language } from './localized.ts';
import { publicCard } from './public.ts';

/** What readers type is cut here, not refused: nobody who searches is shown an error. */
const longestQuery = 200;
const typed = z
  .string()
  .transform((text) => text.replaceAll('\0', ' ').slice(0, longestQuery).toWellFormed().trim());
/** No newspaper is older, and no calendar of a database is left when counting back from here. */
export const earliestDay = '1600-01-01';
/** A whole day of the site's time zone. */
const day = z.iso.date().refine((text) => text >= earliestDay, `Choose a day after ${earliestDay}.`);

/** Ids separated by commas: any of them will do. */
const ids = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(id).max(20));

export const searchOrders = ['relevance', 'date'] as const;
export const searchOrder = z.enum(searchOrders);
export type SearchOrder = z.infer<typeof searchOrder>;

export const searchQuery = z.strictObject({
  q: typed,
  section: ids.optional(),
  region: ids.optional(),
  author: ids.optional(),
  /** First and last day of publication. */
  from: day.optional(),
  to: day.optional(),
  sort: searchOrder.default('relevance'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
  cursor: z.string().max(200).optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** A text and the parts of it that were found: [start, end), in UTF-16 units, in order, never overlapping. */
export const markedText = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type MarkedText = z.infer<typeof markedText>;

export const searchHit = z.object({
  card: publicCard,
  headline: markedText,
  /** The passage that says most of what was looked for; the standfirst where that does. */
  snippet: markedText,
});
export type SearchHit = z.infer<typeof searchHit>;

/** How many; with `isMore`, at least so many. */
export const searchCount = z.object({ total: z.int(), isMore: z.boolean() });
export type SearchCount = z.infer<typeof searchCount>;

const facet = z.object({ id, total: z.int() });

/** A page of results. */
export const searchAnswer = z
  .object({
    /** What was looked for, as it was understood. */
    query: z.string(),
    /** The words that the hits are for, where the reader's own found nothing. */
    shownFor: z.string().nullable(),
    /** What the reader may have meant instead. */
    didYouMean: z.string().nullable(),
    ...searchCount.shape,
    /** Number of the first hit, from 0. */
    offset: z.int(),
    hits: z.array(searchHit),
    next: z.string().nullable(),
    /** Where the hits stand, each kind without its own filter; of the newest 1,000 where there are more. */
    facets: z.object({
      sections: z.array(facet),
      regions: z.array(facet),
      authors: z.array(facet.extend({ slug, name: z.string() })),
    }),
    /** The same words in every language of the site. */
    languages: z.array(searchCount.extend({ language })),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** The last part of an address that leads nowhere. */
export const meantQuery = z.strictObject({ slug: z.string().max(200) });

/** Articles whose addresses are like it, the likest first. */
export const meantAnswer = z.object({ items: z.array(publicCard) }).meta({ id: 'MeantArticles' });
export type MeantAnswer = z.infer<typeof meantAnswer>;

export const suggestionsQuery = z.strictObject({ q: typed });

export const suggestion = z.object({
  kind: z.enum(['article', 'topic', 'author']),
  text: z.string(),
  slug,
});
export type Suggestion = z.infer<typeof suggestion>;

/** At most eight, for a reader who is typing. */
export const suggestions = z.object({ items: z.array(suggestion) }).meta({ id: 'Suggestions' });
export type Suggestions = z.infer<typeof suggestions>;
