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

export const formatCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(language).format(count);
