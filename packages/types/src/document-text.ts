import { z } from 'zod';
import { blockAttrs, inline, languageTag, shortLine } from './document-inline.ts';

export const paragraph = z
  .strictObject({ type: z.literal('paragraph'), attrs: blockAttrs, content: z.array(inline).optional() })
  .meta({ id: 'Paragraph' });
export type Paragraph = z.infer<typeof paragraph>;

/** The headline is the page's h1, so a body begins at 2. */
export const headingLevels = [2, 3, 4] as const;
export const heading = z
  .strictObject({
    type: z.literal('heading'),
    attrs: blockAttrs.extend({ level: z.literal(headingLevels) }),
    content: z.array(inline).optional(),
  })
  .meta({ id: 'Heading' });
export type Heading = z.infer<typeof heading>;

export const bulletList = z
  .strictObject({
    type: z.literal('bulletList'),
    attrs: blockAttrs,
    get content() {
      return z.array(listItem).min(1);
    },
  })
  .meta({ id: 'BulletList' });
export type BulletList = z.infer<typeof bulletList>;

export const orderedList = z
  .strictObject({
    type: z.literal('orderedList'),
    attrs: blockAttrs.extend({ start: z.int().min(0).max(1_000_000) }),
    get content() {
      return z.array(listItem).min(1);
    },
  })
  .meta({ id: 'OrderedList' });
export type OrderedList = z.infer<typeof orderedList>;

export const listItem = z
  .strictObject({
    type: z.literal('listItem'),
    attrs: blockAttrs,
    get content() {
      return z.array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList, taskList])).min(1);
    },
  })
  .meta({ id: 'ListItem' });
export type ListItem = z.infer<typeof listItem>;

/** What is to be done, each item with whether it is. */
export const taskList = z
  .strictObject({
    type: z.literal('taskList'),
    attrs: blockAttrs,
    get content() {
      return z.array(taskItem).min(1);
    },
  })
  .meta({ id: 'TaskList' });
export type TaskList = z.infer<typeof taskList>;

export const taskItem = z
  .strictObject({
    type: z.literal('taskItem'),
    attrs: blockAttrs.extend({ checked: z.boolean() }),
    get content() {
      return z.array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList, taskList])).min(1);
    },
  })
  .meta({ id: 'TaskItem' });
export type TaskItem = z.infer<typeof taskItem>;

/** Somebody's words; `attribution` names the speaker. The marks around it are the renderer's. */
export const blockquote = z
  .strictObject({
    type: z.literal('blockquote'),
    attrs: blockAttrs.extend({
      attribution: shortLine,
      /** The language of the words where it is not the article's. */
      lang: languageTag.nullish(),
    }),
    content: z.array(paragraph).min(1),
  })
  .meta({ id: 'Blockquote' });
export type Blockquote = z.infer<typeof blockquote>;

/** Words lifted out of the text and set large. */
export const pullQuote = z
  .strictObject({
    type: z.literal('pullQuote'),
    attrs: blockAttrs.extend({ attribution: shortLine, lang: languageTag.nullish() }),
    content: z.array(paragraph).min(1),
  })
  .meta({ id: 'PullQuote' });
export type PullQuote = z.infer<typeof pullQuote>;

/** Text whose spaces and line ends count; without marks. */
export const codeBlock = z
  .strictObject({
    type: z.literal('codeBlock'),
    attrs: blockAttrs,
    content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
  })
  .meta({ id: 'CodeBlock' });
export type CodeBlock = z.infer<typeof codeBlock>;

export const horizontalRule = z
  .strictObject({ type: z.literal('horizontalRule'), attrs: blockAttrs })
  .meta({ id: 'HorizontalRule' });
export type HorizontalRule = z.infer<typeof horizontalRule>;
