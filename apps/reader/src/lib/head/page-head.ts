import type { Language, PublicArticle, PublicPicture } from '@broadsheet/types';
import { pictureFile, type PictureFile } from '#lib/formats/picture-files.ts';

/** The same page in another language. */
export interface Alternate {
  language: Language;
  path: string;
  /** Its original stands elsewhere, so search engines are not led to it. */
  isSyndicated?: boolean;
}

/** What a page says of itself to browsers, search engines and link previews. */
export interface PageHead {
  title: string;
  description: string;
  /** Address without the site's name; the page's one true address. */
  path: string;
  /** Where the original of a syndicated piece stands, as a whole address. */
  canonical?: string;
  /** The page in every language that has it, itself included; a later page of a list is in no other. */
  alternates: readonly Alternate[];
  /** Where the language switch leads, if not to these. */
  elsewhere?: readonly Alternate[];
  /** Where a page is not to be found by search engines. */
  isHidden?: boolean;
  feed?: { title: string; path: string };
  article?: {
    publishedAt: string;
    modifiedAt: string;
    section: string | null;
    authors: readonly string[];
    topics: readonly string[];
  };
  picture?: PublicPicture | null;
  /** Shown by link previews where there is no picture. */
  card?: PictureFile;
  /** The same for machines. */
  formats?: readonly { type: string; path: string }[];
  /** schema.org objects, each its own block. */
  structured: readonly Record<string, unknown>[];
  /** Id of the section or region that the navigation marks. */
  current?: string | null;
}

/** The version for readers whose language is not among the alternates: the site's own, else the first there is. */
export function defaultAlternate(
  alternates: readonly Alternate[],
  site: { defaultLanguage: Language; languages: readonly Language[] },
): Alternate | null {
  const order = [site.defaultLanguage, ...site.languages];
  for (const language of order) {
    const found = alternates.find((each) => each.language === language);
    if (found) return found;
  }
  return null;
}

/** The card that is drawn for an article, for link previews of one without a picture. */
export const cardPicture = ({ id, card }: Pick<PublicArticle, 'id' | 'card'>): PictureFile => ({
  path: `/card/${id}/${card}.png`,
  width: 1200,
  height: 630,
});

/** What link previews show of a page: its picture, else its card. */
export function previewPicture({ picture, card }: PageHead): (PictureFile & { alt: string }) | null {
  // 1200 px is what networks ask for; the next width above is taken
  if (picture) return { ...pictureFile(picture, '16x9'), alt: picture.alt };
  return card ? { ...card, alt: '' } : null;
}

/** JSON for a script element: no `<` can end it early. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
