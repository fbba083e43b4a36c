import { languages, type Language, type LocalizedText } from '@broadsheet/types';
import { locale } from './locale.svelte.ts';

/** A text in the language of the interface, or else in the first language that has it, or else nothing. */
export function localized(text: LocalizedText): string {
  return text[locale.current] ?? languages.map((language) => text[language]).find(Boolean) ?? '';
}

/** The language that `localized` answers in. */
export function localizedLanguage(text: LocalizedText): Language {
  return text[locale.current]
    ? locale.current
    : (languages.find((language) => text[language]) ?? locale.current);
}
