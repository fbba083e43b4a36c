import { isLanguageTag } from '@broadsheet/types';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What the language of a tag is called, in the interface's language where the browser knows it; null if it is none. */
export function languageOfTag(typed: string): string | null {
  const tag = typed.trim();
  if (!isLanguageTag(tag)) return null;
  try {
    const name = new Intl.DisplayNames([getLocale(), 'en'], { type: 'language', fallback: 'none' }).of(tag);
    return name ?? null;
  } catch {
    return null;
  }
}
