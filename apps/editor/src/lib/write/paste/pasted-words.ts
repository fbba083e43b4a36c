import { mediaWordsMax, type Inline, type Language, type Media } from '@broadsheet/types';
import { cut } from '#lib/locale/cut.ts';
import { withText } from '#lib/locale/with-text.ts';

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
  const added = (name: 'alt' | 'caption') => {
    const words = said[name]?.trim() ?? '';
    const isNews = words !== '' && !media[name][language];
    return isNews ? withText(media[name], language, cut(words, mediaWordsMax[name])) : null;
  };
  const [alt, caption] = [added('alt'), added('caption')];
  return alt || caption ? { ...(alt && { alt }), ...(caption && { caption }) } : null;
}
