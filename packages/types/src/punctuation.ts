import type { Language } from './languages.ts';

/** The quotation marks of a language: outer, then those of a quotation inside another. */
export interface QuoteSigns {
  outer: readonly [string, string];
  inner: readonly [string, string];
}

/** Azerbaijani, Russian and Armenian newspapers use «…»; an Armenian quotation inside another has the same signs. */
export const quoteSigns: Record<Language, QuoteSigns> = {
  az: { outer: ['«', '»'], inner: ['„', '“'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  hy: { outer: ['«', '»'], inner: ['«', '»'] },
};

/** Words in the quotation marks of a language. */
export const quoted = (words: string, language: Language): string => quoteSigns[language].outer.join(words);

/** What ends a sentence, which may be inside of brackets or quotation marks. */
const ended = /[.!?…:։][\p{Pe}\p{Pf}\p{Pi}"']*\s*$/u;

/** The stop that words lack before something else that follows them in the line; empty where they have one. */
export function stopAfter(words: string, language: Language): string {
  if (words.trim() === '' || ended.test(words)) return '';
  return language === 'hy' ? '։' : '.';
}
