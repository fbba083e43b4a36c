import type { Language, LocalizedText } from '@broadsheet/types';

/** The text with one language changed; an empty text takes the language away. */
export function withText(text: LocalizedText, language: Language, value: string): LocalizedText {
  const { [language]: _before, ...others } = text;
  return value.trim() ? { ...others, [language]: value.trim() } : others;
}
