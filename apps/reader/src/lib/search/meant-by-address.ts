import type { Language } from '@broadsheet/types';
import { toCardView, type CardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import { toSiteView } from '#lib/site/site-view.ts';

/**
 * What an address without a page may have meant: stories with addresses like its last part. Nothing, where it is like
 * none, and where the newsroom can't be asked now.
 */
export async function meantByAddress(
  reading: PageReading,
  language: Language,
  { pathname, origin }: URL,
): Promise<CardView[]> {
  const slug = slugOf(pathname);
  if (slug === null) return [];
  try {
    const [site, { items }] = await Promise.all([reading.site(), reading.meant(language, slug)]);
    return items.map((card) => toCardView(card, toSiteView(site, language, origin)));
  } catch {
    return [];
  }
}

/** The last part of an address of a story or a list; addresses that programs try (wp-login.php, .env) have none. */
const slugOf = (pathname: string): string | null =>
  /^\/(?:az|ru|en|hy)\/(?:[a-z]+\/)?([\w-]{4,120})(?:\.html?)?$/.exec(pathname)?.[1] ?? null;
