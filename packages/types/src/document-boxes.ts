import { z } from 'zod';
import { blockAttrs, inline, shortLine } from './document-inline.ts';
import { bulletList, heading, orderedList, paragraph, taskList } from './document-text.ts';

/** What one needs to know beside the story. A list whose every item begins in bold comes out as terms and facts. */
export const factBox = z
  .strictObject({
    type: z.literal('factBox'),
    attrs: blockAttrs.extend({ title: shortLine }),
    content: z
      .array(z.discriminatedUnion('type', [paragraph, heading, bulletList, orderedList, taskList]))
      .min(1),
  })
  .meta({ id: 'FactBox' });
export type FactBox = z.infer<typeof factBox>;

/** The story in a few points, a paragraph each. */
export const keyPoints = z
  .strictObject({ type: z.literal('keyPoints'), attrs: blockAttrs, content: z.array(paragraph).min(1) })
  .meta({ id: 'KeyPoints' });
export type KeyPoints = z.infer<typeof keyPoints>;

export const question = z
  .strictObject({ type: z.literal('question'), attrs: blockAttrs, content: z.array(inline).optional() })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;

/** An interview: whatever follows a question up to the next one answers it. */
export const qa = z
  .strictObject({
    type: z.literal('qa'),
    attrs: blockAttrs,
    content: z.array(z.discriminatedUnion('type', [question, paragraph, bulletList, orderedList])).min(1),
  })
  .meta({ id: 'Qa' });
export type Qa = z.infer<typeof qa>;

/** How many rows or columns one cell may take. */
export const widestCell = 100;
const cellAttrs = blockAttrs.extend({
  colspan: z.int().min(1).max(widestCell),
  rowspan: z.int().min(1).max(widestCell),
});

export const tableCell = z
  .strictObject({ type: z.literal('tableCell'), attrs: cellAttrs, content: z.array(paragraph).min(1) })
  .meta({ id: 'TableCell' });
export type TableCell = z.infer<typeof tableCell>;

export const tableHeader = z
  .strictObject({ type: z.literal('tableHeader'), attrs: cellAttrs, content: z.array(paragraph).min(1) })
  .meta({ id: 'TableHeader' });
export type TableHeader = z.infer<typeof tableHeader>;

export const tableRow = z
  .strictObject({
    type: z.literal('tableRow'),
    attrs: blockAttrs,
    content: z.array(z.discriminatedUnion('type', [tableCell, tableHeader])).optional(),
  })
  .meta({ id: 'TableRow' });
export type TableRow = z.infer<typeof tableRow>;

export const table = z
  .strictObject({
    type: z.literal('table'),
    attrs: blockAttrs.extend({ caption: shortLine }),
    content: z.array(tableRow).min(1),
  })
  .meta({ id: 'Table' });
export type Table = z.infer<typeof table>;

/** Another story of the newsroom: shown by its present headline, in this language, while it is published in it. */
export const relatedStory = z
  .strictObject({ type: z.literal('relatedStory'), attrs: blockAttrs.extend({ storyId: z.uuid() }) })
  .meta({ id: 'RelatedStory' });
export type RelatedStory = z.infer<typeof relatedStory>;

export const correctionPlaces = ['top', 'foot'] as const;

/** A public note of what was wrong. It stands at the top or the foot of the article, wherever it was written. */
export const correction = z
  .strictObject({
    type: z.literal('correction'),
    attrs: blockAttrs.extend({
      /** The day, as the newsroom counts days: YYYY-MM-DD. */
      date: z.iso.date(),
      place: z.enum(correctionPlaces),
    }),
    content: z.array(paragraph).min(1),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof correction>;
