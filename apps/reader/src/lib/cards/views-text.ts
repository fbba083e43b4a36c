import type { Language } from '@broadsheet/types';
import * as m from '#lib/paraglide/messages.js';

/** "18,204 views", its digits grouped and its noun inflected as the language wants. */
export function viewsText(views: number, language: Language): string {
  const count = formatCount(views, language);
  switch (new Intl.PluralRules(language).select(views)) {
    case 'one':
      return m.views_one({ count });
    case 'few':
      return m.views_few({ count });
    case 'many':
      return m.views_many({ count });
    default:
      return m.views_other({ count });
  }
}

/** To make one takes longer than all that a page says with it. */
const formats = new Map<Language, Intl.NumberFormat>();

export function formatCount(count: number, language: Language): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format.format(count);
}
