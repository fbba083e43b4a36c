import { z } from 'zod';

/**
 * The document of an article as JSON: what a revision stores, the API gives out and the renderer reads.
 * It mirrors the editor's schema in @broadsheet/document one to one; a test there holds the two together.
 */

/** Identifies a block within an article and survives editing; a translation keeps its source's ids. */
export const blockId = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);

/** A BCP 47 language tag, as far as a passage in a story needs one. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

const webAddress = /^https?:\/\/[^/?#]/i;
const otherAddress = /^(?:mailto|tel):[^?#]/i;
const sitePath = /^\/(?!\/)/;
/** Controls, spaces, invisible letters: browsers drop some of them inside a scheme, which hides javascript: */
const refusedInAddress = /[\p{Cc}\p{Cf}\p{Z}\\<>"`]/u;

/** Whether a link may point there: http, https, mailto, tel, or a path of this site. Nothing that runs. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2048 || refusedInAddress.test(href)) return false;
  return webAddress.test(href) || otherAddress.test(href) || sitePath.test(href);
}

const bold = z.strictObject({ type: z.literal('bold') });
const italic = z.strictObject({ type: z.literal('italic') });
const strike = z.strictObject({ type: z.literal('strike') });
const subscript = z.strictObject({ type: z.literal('subscript') });
const superscript = z.strictObject({ type: z.literal('superscript') });
const link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z.string().refine(isSafeHref, 'Links may lead to http, https, mailto and tel addresses.'),
  }),
});
/** A passage in another language; comes out as `lang`. */
const lang = z.strictObject({ type: z.literal('lang'), attrs: z.strictObject({ lang: languageTag }) });

export const mark = z
  .discriminatedUnion('type', [bold, italic, strike, subscript, superscript, link, lang])
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof mark>;

export const textNode = z
  .strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() })
  .meta({ id: 'TextNode' });
export type TextNode = z.infer<typeof textNode>;

export const hardBreak = z.strictObject({ type: z.literal('hardBreak') }).meta({ id: 'HardBreak' });
export const inline = z.discriminatedUnion('type', [textNode, hardBreak]).meta({ id: 'Inline' });
export type Inline = z.infer<typeof inline>;

const blockAttrs = z.strictObject({ id: blockId });

export const paragraph = z
  .strictObject({ type: z.literal('paragraph'), attrs: blockAttrs, content: z.array(inline).optional() })
  .meta({ id: 'Paragraph' });
export type Paragraph = z.infer<typeof paragraph>;

/** The headline is the page's h1, so a body begins at 2. */
export const headingLevels = [2, 3] as const;
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
      return z.array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList])).min(1);
    },
  })
  .meta({ id: 'ListItem' });
export type ListItem = z.infer<typeof listItem>;

/** Somebody's words; `attribution` names the speaker. The marks around it are the renderer's. */
export const blockquote = z
  .strictObject({
    type: z.literal('blockquote'),
    attrs: blockAttrs.extend({ attribution: z.string().max(300).nullable() }),
    content: z.array(paragraph).min(1),
  })
  .meta({ id: 'Blockquote' });
export type Blockquote = z.infer<typeof blockquote>;

/** Text under a picture, written together like any other; empty means the caption kept with the picture. */
export const caption = z
  .strictObject({ type: z.literal('caption'), content: z.array(inline).optional() })
  .meta({ id: 'Caption' });
export type Caption = z.infer<typeof caption>;

/** A use of a picture. `alt` and `credit` of null mean: as kept with the picture. */
export const picture = z
  .strictObject({
    type: z.literal('picture'),
    attrs: blockAttrs.extend({
      mediaId: z.uuid(),
      alt: z.string().max(1000).nullable(),
      credit: z.string().max(300).nullable(),
    }),
    content: z.array(caption).length(1),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof picture>;

export const horizontalRule = z
  .strictObject({ type: z.literal('horizontalRule'), attrs: blockAttrs })
  .meta({ id: 'HorizontalRule' });
export type HorizontalRule = z.infer<typeof horizontalRule>;

export const block = z
  .discriminatedUnion('type', [
    paragraph,
    heading,
    bulletList,
    orderedList,
    blockquote,
    picture,
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
