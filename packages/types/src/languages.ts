/** The languages of a Broadsheet site: BCP 47 tags, also used as URL prefixes. Armenian is `hy`, never `arm`. */
export const languages = ['az', 'ru', 'en', 'hy'] as const;
export type Language = (typeof languages)[number];

/** Each language's name in itself, for switches and menus. */
export const languageNames: Record<Language, string> = {
  az: 'Azərbaycanca',
  ru: 'Русский',
  en: 'English',
  hy: 'Հայերեն',
};
