import type { Language } from '@broadsheet/types';

/**
 * Words a minute of silent reading. English and Russian as measured by Trauzettel-Klosinski and Dietz (2012, IReST);
 * Azerbaijani as they measured Turkish, whose words are as long; Armenian, which nobody measured, likewise.
 */
const wordsPerMinute: Record<Language, number> = { az: 165, ru: 185, en: 230, hy: 165 };

/** Whole minutes, at least one. */
export const readingMinutes = (words: number, language: Language): number =>
  Math.max(1, Math.round(words / wordsPerMinute[language]));
