import type { Language } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import { toSiteView } from '#lib/site/site-view.ts';
import { lostWord } from './lost-word.ts';

/**
 * What an address without a page may have meant: stories with addresses like its last part. Nothing, where it is like
 * none, and where the newsroom can't be asked now.
 */
export async function meantByAddress(
  reading: PageReading,
  language: Language,
  { pathname, origin }: URL,
): Promise<CardView[]> {
  const word = lostWord(pathname);
  if (word === null) return [];
  try {
    const [site, { items }] = await Promise.all([reading.site(), reading.meant(language, word)]);
    return items.map((card) => toCardView(card, toSiteView(site, language, origin)));
  } catch {
    return [];
  }
}
