import { lowerCase, type Language } from '@broadsheet/types';

/** A word as search compares it, and where it stands in its text (UTF-16 units). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * Letters and digits, with the marks that are written inside a word and are no part of it: apostrophes (London's),
 * soft hyphens, and the Armenian signs of question, stress and exclamation (ինչո՞ւ).
 */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ\u00ad\u200b-\u200d\u055a-\u055f]*/gu;
const inside = /[\p{M}'’ʼ\u00ad\u200b-\u200d\u055a-\u055f]/gu;
/** Longer ones are no words: they are cut, in text and query alike. */
const longest = 60;

/** The words of a text in their order; only those with such a first letter, where `initials` are given. */
export function wordsOf(text: string, language: Language, initials?: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(wordPattern))
    if (!initials || initials.has(initialOf(written)))
      words.push({ text: normalWord(written, language), start: index, end: index + written.length });
  return words;
}

const knownInitials = new Map<string, string>();

/** The first letter of a word, the same for every way in which it may be written, and for the word's key. */
export function initialOf(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  let initial = knownInitials.get(first);
  if (initial === undefined) {
    initial = foldWord(first.toLowerCase()).replace('և', 'ե');
    knownInitials.set(first, initial);
  }
  return initial;
}

/** One spelling for each word: lower case by the language's own rules, ё as е, և as եվ. */
function normalWord(written: string, language: Language): string {
  // marks piled on a letter take long to sort: no more than could be left of it is looked at
  const beginning = written
    .slice(0, 4 * longest)
    .normalize('NFC')
    .slice(0, longest);
  const lower = lowerCase(beginning, language).replace(inside, '');
  if (language === 'ru') return lower.replaceAll('ё', 'е');
  return language === 'hy' ? lower.replace(/և|եւ/g, 'եվ') : lower;
}

/** A word without what keyboards often lack, for guessing what was meant: şəhər as seher. */
export function foldWord(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replaceAll('ə', 'e').replaceAll('ı', 'i');
}
