import type { ContentType } from '@broadsheet/types';
import * as m from '#lib/paraglide/messages.js';

const words: Record<Exclude<ContentType, 'news'>, () => string> = {
  analysis: m.type_analysis,
  opinion: m.type_opinion,
  interview: m.type_interview,
  live: m.type_live,
};

/** What stands over the headline of what is not plain news; empty for news, and where a label says the same. */
export function contentTypeLabel(type: ContentType, labels: readonly { name: string }[]): string {
  if (type === 'news') return '';
  const word = words[type]();
  return labels.some(({ name }) => name.toLowerCase() === word.toLowerCase()) ? '' : word;
}
