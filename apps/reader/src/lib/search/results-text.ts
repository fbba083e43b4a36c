import type { Language, SearchCount } from '@broadsheet/types';
import { formatCount } from '#lib/cards/views-text.ts';
import * as m from '#lib/paraglide/messages.js';

/** "38 results for “fig”", its noun inflected as the language wants. */
export function resultsText({ total, isMore }: SearchCount, query: string, language: Language): string {
  const count = formatCount(total, language);
  if (total === 0) return m.results_none({ query });
  if (isMore) return m.results_over({ count, query });
  switch (new Intl.PluralRules(language).select(total)) {
    case 'one':
      return m.results_one({ count, query });
    case 'few':
      return m.results_few({ count, query });
    case 'many':
      return m.results_many({ count, query });
    default:
      return m.results_other({ count, query });
  }
}

/** "38", or "1,000+" where there are more than were counted. */
export const countText = ({ total, isMore }: SearchCount, language: Language): string =>
  `${formatCount(total, language)}${isMore ? '+' : ''}`;
