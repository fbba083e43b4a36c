import type { Inline, Language, LocalizedText, Media } from '@broadsheet/types';
import { cut } from '#lib/locale/cut.ts';
import { withText } from '#lib/locale/with-text.ts';

/** As the library takes them, in one language. */
const longest = 300;

type Words = Pick<Media, 'alt' | 'caption'>;

/** A caption without its marks. */
export const plainCaption = (caption: readonly Inline[]): string =>
  caption.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

/**
 * What is to be written to a picture of the library, of what the clipboard said of it: in the language of the article, and
 * only where the file said nothing itself. Null if nothing is.
 */
export function wordsToAdd(
  media: Words,
  language: Language,
  said: { alt: string | null; caption: string },
): Partial<Words> | null {
  const added = (text: LocalizedText, words: string | null) =>
    words?.trim() && !text[language] ? withText(text, language, cut(words.trim(), longest)) : null;
  const [alt, caption] = [added(media.alt, said.alt), added(media.caption, said.caption)];
  return alt || caption ? { ...(alt && { alt }), ...(caption && { caption }) } : null;
}
