import { DomainError } from '../common/domain-error.ts';
import type { ArticleRow } from './article-rows.ts';
import { stepPast } from './workflow.ts';

/** @throws DomainError CHANGED_MEANWHILE, which says who did what since the person looked. */
export function refuseStale(row: ArticleRow, version: number): void {
  if (row.version === version) return;
  const what = row.last_change ? stepPast[row.last_change] : 'changed this article';
  throw new DomainError(
    'CHANGED_MEANWHILE',
    `${row.last_change_by ?? 'Somebody'} ${what} after you opened it. Nothing you wrote is lost and nothing was overwritten; look at it again and repeat what you still want.`,
    [],
    { by: row.last_change_by, what: row.last_change ?? 'details' },
  );
}
