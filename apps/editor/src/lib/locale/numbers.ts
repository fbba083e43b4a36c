import type { Language } from '@broadsheet/types';

/** Chromium writes Azerbaijani and Armenian numbers the English way; these write them as CLDR has it. */
const alike: Record<Language, string> = { az: 'tr', ru: 'ru', en: 'en-GB', hy: 'ru' };

/** A number with the separators of a language, with at most one decimal. */
export function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(alike[language], { maximumFractionDigits: 1 }).format(value);
}
