import type { ArticleSummary } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';
import type { Glyph } from './StatusGlyph.svelte';

const words: Record<Exclude<Glyph, 'stale' | 'failed'>, () => string> = {
  missing: m.status_missing,
  draft: m.status_draft,
  in_review: m.status_in_review,
  approved: m.status_approved,
  scheduled: m.status_scheduled,
  published: m.status_published,
  changed: m.status_changed,
  unpublished: m.status_unpublished,
  archived: m.status_archived,
};
export type ShownStatus = keyof typeof words;

/** What to show for an article: its status, told apart when readers have an older version, or that there is none. */
export function shownStatus(
  article: Pick<ArticleSummary, 'status' | 'changedSincePublication'> | undefined,
): ShownStatus {
  if (!article) return 'missing';
  return article.status === 'published' && article.changedSincePublication ? 'changed' : article.status;
}

export function statusWord(status: ShownStatus): string {
  return words[status]();
}
