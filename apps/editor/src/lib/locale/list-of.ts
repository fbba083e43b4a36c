import type { Language } from '@broadsheet/types';

/** The languages whose lists Chromium cannot write: it would say "and" in them. The words are CLDR's. */
const and: Partial<Record<Language, string>> = { az: 'və', hy: 'և' };

/** "one, two and three". */
export function listOf(items: readonly string[], language: Language): string {
  const word = and[language];
  if (!word) return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(items);
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${word} ${last}` : last;
}
