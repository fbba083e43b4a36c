import type { Language } from './languages.ts';

/** Lower case by the language's own rules: in Azerbaijani I → ı and İ → i. */
export function lowerCase(text: string, language: Language): string {
  return text.toLocaleLowerCase(language);
}

/** Upper case by the language's own rules: in Azerbaijani i → İ, in Armenian և → ԵՎ. */
export function upperCase(text: string, language: Language): string {
  // engines know the case rules of Azerbaijani, but write և as in the old spelling, ԵՒ
  const spelt = language === 'hy' ? text.replaceAll('և', 'եվ') : text;
  return spelt.toLocaleUpperCase(language);
}
