import type { ImportReport } from '@broadsheet/types';
import { notify } from '#lib/components/notify.ts';
import { lostWords } from '#lib/exchange/lost-words.ts';
import { m } from '#lib/paraglide/messages.js';

/** Says once what of a paste did not come into the text; nothing where nobody misses anything. */
export function tellLost(lost: ImportReport['lost']): void {
  if (lost.length > 0) notify(`${m.import_not_kept()} ${lostWords({ lost }).join(', ')}`);
}
