import { z } from 'zod';
import { id, instant, lookedFor } from './common.ts';

/** Limits that keep a conversation readable, and a page that shows all of it light. */
export const commentLimits = { text: 4000, comments: 200, threads: 500, quote: 300 } as const;

const mention = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/g;

/** The ids of the people whom a comment calls: its text is plain, and holds `@{id}` where a name is read. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(mention)].map(([, personId = '']) => personId)),
];

/** A comment's text in pieces: plain words, and people by their ids. */
export function commentPieces(text: string): ({ text: string } | { mention: string })[] {
  const pieces: ({ text: string } | { mention: string })[] = [];
  let end = 0;
  for (const found of text.matchAll(mention)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) });
    pieces.push({ mention: found[1] ?? '' });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Somebody of the newsroom, as others see them. */
export const colleague = z
  .object({ id, name: z.string(), colour: z.int().min(1).max(6) })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleague>;
export const colleagueList = z.object({ items: z.array(colleague) }).meta({ id: 'ColleagueList' });
export type ColleagueList = z.infer<typeof colleagueList>;

/**
 * What a thread is about. `text` is marked in the document with the thread's id, `block` names a picture or another
 * block by its id, and a headline, which is plain text, is commented on as a whole. `lead` is about the lead picture.
 */
export const threadPlaces = ['text', 'block', 'headline', 'lead'] as const;
export const threadPlace = z.enum(threadPlaces);
export type ThreadPlace = z.infer<typeof threadPlace>;

export const comment = z
  .object({
    id,
    author: colleague,
    /** Plain text with `@{id}` for each person called. Empty once deleted. */
    text: z.string(),
    createdAt: instant,
    editedAt: instant.nullable(),
    isDeleted: z.boolean(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof comment>;

export const thread = z
  .object({
    id,
    articleId: id,
    place: threadPlace,
    /** The block it began in, for a thread whose text is gone; of one about the lead picture, that picture's id. */
    blockId: z.string().nullable(),
    /** What it was about when it began. */
    quote: z.string(),
    /** Stands in the way of publishing until it is resolved. */
    isBlocking: z.boolean(),
    resolvedAt: instant.nullable(),
    resolvedBy: colleague.nullable(),
    createdAt: instant,
    comments: z.array(comment),
    /** The people called in its comments. */
    people: z.array(colleague),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof thread>;
export const threadList = z.object({ items: z.array(thread) }).meta({ id: 'ThreadList' });
export type ThreadList = z.infer<typeof threadList>;

export const commentText = z.string().trim().min(1, 'Write something first.').max(commentLimits.text);

/** A place in the shared document: a Yjs relative position, encoded, in base64. */
const position = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** Where a new thread stands. Positions hold while others write; the server reads the quoted text itself. */
export const newThreadPlace = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    field: z.enum(['standfirst', 'body']),
    from: position,
    to: position,
  }),
  z.strictObject({ kind: z.literal('block'), blockId: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/) }),
  z.strictObject({ kind: z.literal('headline') }),
  z.strictObject({ kind: z.literal('lead') }),
]);
export type NewThreadPlace = z.infer<typeof newThreadPlace>;

/** The id of the comment to be, made by whoever sends it: sent again because the answer was lost, it is said once. */
const sentAs = z.uuidv7().optional();

export const startThreadInput = z
  .strictObject({
    id: sentAs,
    place: newThreadPlace,
    text: commentText,
    isBlocking: z.boolean().default(false),
    /** What it was about when it was written. With it, a thread whose place is gone begins without one. */
    quoteIfGone: z.string().max(commentLimits.quote).optional(),
  })
  .meta({ id: 'StartThreadInput' });
export type StartThreadInput = z.infer<typeof startThreadInput>;

export const commentInput = z.strictObject({ id: sentAs, text: commentText }).meta({ id: 'CommentInput' });
export type CommentInput = z.infer<typeof commentInput>;

export const updateThreadInput = z
  .strictObject({ isBlocking: z.boolean() })
  .meta({ id: 'UpdateThreadInput' });
export type UpdateThreadInput = z.infer<typeof updateThreadInput>;

export const colleagueQuery = z.strictObject({ search: lookedFor(100).default('') });
export type ColleagueQuery = z.infer<typeof colleagueQuery>;
