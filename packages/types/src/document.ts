import { z } from 'zod';
import { correction, factBox, keyPoints, qa, relatedStory, table } from './document-boxes.ts';
import { italic, lang } from './document-inline.ts';
import { audio, embed, gallery, picture, video } from './document-media.ts';
import {
  blockquote,
  bulletList,
  codeBlock,
  heading,
  horizontalRule,
  orderedList,
  paragraph,
  pullQuote,
  taskList,
} from './document-text.ts';

/**
 * The document of an article as JSON: what a revision stores, the API gives out and the renderer reads.
 * It mirrors the editor's schema in @broadsheet/document one to one; a test there holds the two together.
 * Blocks hold what a merge of two people's edits can leave behind: never an exact number or order of parts.
 */

export const block = z
  .discriminatedUnion('type', [
    paragraph,
    heading,
    bulletList,
    orderedList,
    taskList,
    blockquote,
    pullQuote,
    codeBlock,
    picture,
    gallery,
    video,
    audio,
    embed,
    factBox,
    keyPoints,
    qa,
    table,
    relatedStory,
    correction,
    horizontalRule,
  ])
  .meta({ id: 'Block' });
export type Block = z.infer<typeof block>;

export const body = z
  .strictObject({ type: z.literal('doc'), content: z.array(block).min(1) })
  .meta({ id: 'Body' });
export type Body = z.infer<typeof body>;

/** One paragraph without line breaks; italic and language marks only. */
export const standfirst = z
  .array(
    z.strictObject({
      type: z.literal('text'),
      text: z.string().min(1),
      marks: z.array(z.discriminatedUnion('type', [italic, lang])).optional(),
    }),
  )
  .meta({ id: 'Standfirst' });
export type Standfirst = z.infer<typeof standfirst>;

/** What is written together: the three fragments of an article's document. */
export const articleContent = z
  .strictObject({ headline: z.string(), standfirst, body })
  .meta({ id: 'ArticleContent' });
export type ArticleContent = z.infer<typeof articleContent>;
