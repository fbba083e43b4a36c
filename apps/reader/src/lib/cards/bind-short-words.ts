import type { Language } from '@broadsheet/types';

/** Russian prepositions, conjunctions and particles of one or two letters, where a word begins. */
const shortWord = /(?<![\p{L}\p{N}-])(\p{Script=Cyrillic}{1,2}) (?=\S)/gu;

/**
 * A headline in which no line ends with a preposition: Russian short words are bound to what follows them, as its
 * printers do. Other languages stay as they are.
 */
export const bindShortWords = (headline: string, language: Language): string =>
  language === 'ru' ? headline.replace(shortWord, '$1\u00a0') : headline;
