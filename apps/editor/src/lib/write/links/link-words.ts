import type { LinkState } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

/** What is wrong with a link, in a sentence; null if nothing is, or nobody knows. */
export function linkWarning(state: LinkState | undefined): string | null {
  if (state === 'withdrawn') return m.ways_link_withdrawn();
  return state === 'unknown' ? m.ways_link_unknown() : null;
}

/** The address that a link opens: paths belong to the readers' site, not to the editor. */
export function siteHref(href: string, site: string | null): string {
  return href.startsWith('/') && site ? site + href : href;
}
