import { z } from 'zod';
import { id, instant } from './common.ts';

/** The Y.Map of an article's document that says whose each suggestion is, by its id. */
export const suggestionRecords = 'suggestions';

/** Written once, by its author alone; the server holds every client to it. `colour` is the person's, 1 to 6. */
export const suggestionRecord = z.strictObject({
  author: id,
  name: z.string().max(200),
  colour: z.int().min(1).max(6),
  at: instant,
});
export type SuggestionRecord = z.infer<typeof suggestionRecord>;

/**
 * What a paragraph, list or box is to become: out of what holds it, then of another kind, then inside something. An item
 * of a list that sinks goes into the one before it.
 */
export const blockTurn = z.strictObject({
  lift: z.literal(true).optional(),
  sink: z.literal(true).optional(),
  type: z.string().max(40).optional(),
  attrs: z.record(z.string().max(40), z.json()).optional(),
  /** Names of the blocks around it, the outermost first. */
  wrap: z.array(z.string().max(40)).max(4).optional(),
});
export type BlockTurn = z.infer<typeof blockTurn>;

/**
 * The attribute `suggestion` of a block or line break. It proposes and changes nothing: `insert` stands on what was
 * added, `delete` on what is to go, `join` on what is to be joined to the block before it.
 */
export const blockSuggestion = z.discriminatedUnion('op', [
  z.strictObject({ id: z.uuid(), op: z.literal('insert') }),
  z.strictObject({ id: z.uuid(), op: z.literal('delete') }),
  z.strictObject({ id: z.uuid(), op: z.literal('join') }),
  z.strictObject({ id: z.uuid(), op: z.literal('turn'), next: blockTurn }),
]);
export type BlockSuggestion = z.infer<typeof blockSuggestion>;
