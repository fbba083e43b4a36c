import type { Language, PublicPicture } from '@broadsheet/types';

/** The same page in another language. */
export interface Alternate {
  language: Language;
  path: string;
}

/** What a page says of itself to browsers, search engines and link previews. */
export interface PageHead {
  title: string;
  description: string;
  /** Address without the site's name; the page's one true address. */
  path: string;
  /** The page in every language that has it, itself included. */
  alternates: readonly Alternate[];
  /** Where a page is not to be found by search engines. */
  isHidden?: boolean;
  feed?: { title: string; path: string };
  article?: { publishedAt: string; modifiedAt: string; section: string | null; authors: readonly string[] };
  picture?: PublicPicture | null;
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

/** The jpg of a picture for link previews: 1200 px is what networks ask for; the next width above is taken. */
export function previewPicture(picture: PublicPicture): { path: string; width: number; height: number } {
  const cropWidth = Math.min(picture.width, Math.round((picture.height * 16) / 9));
  const width = ([1280, 960, 640, 480, 320] as const).find((each) => each <= cropWidth) ?? 320;
  return {
    path: `/media/${picture.keys['16x9']}/${String(width)}.jpg`,
    width,
    height: Math.round((width * 9) / 16),
  };
}

/** JSON for a script element: no `<` can end it early. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
