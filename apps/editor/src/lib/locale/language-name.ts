import type { Language } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

const names: Record<Language, () => string> = {
  az: m.language_az,
  ru: m.language_ru,
  en: m.language_en,
  hy: m.language_hy,
};

/** A language's name in the language of the interface. */
export function languageName(language: Language): string {
  return names[language]();
}
