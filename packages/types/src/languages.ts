import { z } from 'zod';

/** The languages of a Broadsheet site: BCP 47 tags, also used as URL prefixes. Armenian is `hy`, never `arm`. */
export const languages = ['az', 'ru', 'en', 'hy'] as const;

export const language = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof language>;

/** Each language's name in itself, for switches and menus. */
export const languageNames: Record<Language, string> = {
  az: 'Azərbaycanca',
  ru: 'Русский',
  en: 'English',
  hy: 'Հայերեն',
};

/** A text per language; what is missing in a language is not shown there. */
export const localizedText = z
  .partialRecord(language, z.string().trim().min(1).max(300))
  .meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof localizedText>;
