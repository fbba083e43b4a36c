import type { Language } from '@broadsheet/types';

type Script = 'latin' | 'cyrillic' | 'armenian';

const scriptOf: Record<Language, Script> = { az: 'latin', en: 'latin', ru: 'cyrillic', hy: 'armenian' };
const letters: Record<Script, RegExp> = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  armenian: /\p{Script=Armenian}/gu,
};
const letter = /\p{L}/gu;
/** A sentence with what ends it; a number's or an initial's full stop ends none. */
const sentence = /(?:[^.!?…։؟\n]|\.(?=\S))+[.!?…։؟]*/gu;
const word = /[\p{L}\p{M}’']+/gu;
/** Fewer words than this are a name or a title, which no one marks. */
const fewestWords = 4;
/** Azerbaijani has these and English does not; the other way round only the small words tell. */
const azerbaijaniLetter = /[əğışçöü]/iu;
const englishWords = new Set(
  'the a an of and to in is was were are that this it for on with as by at from but not have has had be been they he she we you his her their our which who will would there when what than then so if or all one'.split(
    ' ',
  ),
);

/** The sentences of a text that are in another language than the article's, as far as letters and small words tell. */
export function sentencesInOtherLanguage(text: string, language: Language): string[] {
  const found: string[] = [];
  for (const [each] of text.matchAll(sentence)) if (isOther(each, language)) found.push(each.trim());
  return found;
}

function isOther(text: string, language: Language): boolean {
  const words = text.match(word) ?? [];
  if (words.length < fewestWords) return false;
  const own = text.match(letters[scriptOf[language]])?.length ?? 0;
  const all = text.match(letter)?.length ?? 0;
  if (own < all * 0.4) return true;
  if (language === 'az') return isEnglish(words);
  return language === 'en' && isAzerbaijani(words);
}

/**
 * The language of words that come from outside, as far as letters and small words tell: other scripts than those of the
 * site's languages, and a name in Latin letters, may be of any.
 * @param likely where they are, taken for theirs as long as nothing speaks against it
 */
export function languageOfWords(text: string, likely: Language): Language {
  const all = text.match(letter)?.length ?? 0;
  const isIn = (script: Script) => (text.match(letters[script])?.length ?? 0) > all / 2;
  if (isIn('armenian')) return 'hy';
  if (isIn('cyrillic')) return 'ru';
  if (!isIn('latin')) return likely;
  const words = text.match(word) ?? [];
  if (isAzerbaijani(words)) return 'az';
  return scriptOf[likely] !== 'latin' || isEnglish(words) ? 'en' : likely;
}

const isEnglish = (words: readonly string[]): boolean => {
  const small = words.filter((each) => englishWords.has(each.toLowerCase())).length;
  return small >= 2 && small >= words.length * 0.25 && !words.some((each) => azerbaijaniLetter.test(each));
};

/** A sentence about Azerbaijan may be full of its names, but names are few beside the small words. */
const isAzerbaijani = (words: readonly string[]): boolean =>
  words.filter((each) => azerbaijaniLetter.test(each)).length >= words.length * 0.4 &&
  !words.some((each) => englishWords.has(each.toLowerCase()) && each.length > 1);
