import { z } from 'zod';
import { isSafeHref, languageTagPattern } from './plain-checks.ts';

/** Identifies a block within an article and survives editing; a translation keeps its source's ids. */
export const blockId = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);

/** A BCP 47 language tag, as far as a passage in a story needs one. */
export const languageTag = z.string().max(35).regex(languageTagPattern);

const bold = z.strictObject({ type: z.literal('bold') });
export const italic = z.strictObject({ type: z.literal('italic') });
const strike = z.strictObject({ type: z.literal('strike') });
const underline = z.strictObject({ type: z.literal('underline') });
/** Set off by a marker pen; comes out as `mark`. */
const highlight = z.strictObject({ type: z.literal('highlight') });
const subscript = z.strictObject({ type: z.literal('subscript') });
const superscript = z.strictObject({ type: z.literal('superscript') });
const link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z.string().refine(isSafeHref, 'Links may lead to http, https, mailto and tel addresses.'),
  }),
});
/** Still to be done ("to come"): it blocks publication, and readers never get it. */
const tk = z.strictObject({ type: z.literal('tk') });
/** A passage in another language; comes out as `lang`. */
export const lang = z.strictObject({ type: z.literal('lang'), attrs: z.strictObject({ lang: languageTag }) });

export const mark = z
  .discriminatedUnion('type', [
    bold,
    italic,
    strike,
    underline,
    highlight,
    subscript,
    superscript,
    link,
    lang,
    tk,
  ])
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof mark>;

export const textNode = z
  .strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() })
  .meta({ id: 'TextNode' });
export type TextNode = z.infer<typeof textNode>;

export const hardBreak = z.strictObject({ type: z.literal('hardBreak') }).meta({ id: 'HardBreak' });
export const inline = z.discriminatedUnion('type', [textNode, hardBreak]).meta({ id: 'Inline' });
export type Inline = z.infer<typeof inline>;

/** What every block has. */
export const blockAttrs = z.strictObject({ id: blockId });

/** One line kept as an attribute, because nobody writes it together: a name, a title. Null: there is none. */
export const shortLine = z.string().max(300).nullable();
