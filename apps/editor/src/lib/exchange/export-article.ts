import type { ExportFormat } from '@broadsheet/types';
import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { download } from './download.ts';

const address = ({ articleId }: Connection, format: ExportFormat) =>
  `/api/articles/${articleId}/export/${format}`;

/** Only what is stored goes out, so that a file never lacks the last words. */
async function whenSaved(connection: Connection): Promise<boolean> {
  try {
    await connection.allSaved();
    return true;
  } catch {
    notify(m.export_not_saved());
    return false;
  }
}

/** Downloads the article for another program. */
export async function exportArticle(connection: Connection, format: ExportFormat): Promise<void> {
  if (await whenSaved(connection)) download(address(connection, format));
}

/** Opens the article as a page for paper, and the print dialog over it. Call it as the answer to a press. */
export async function printArticle(connection: Connection): Promise<void> {
  // Opened at once: after the wait, browsers take it for an unasked window.
  const tab = window.open('', '_blank');
  if (!tab) return notify(m.export_tab_blocked());
  if (!(await whenSaved(connection))) return tab.close();
  tab.location.href = address(connection, 'print');
  const wait = setInterval(() => {
    // until the page has come, the window shows the empty one it was opened with
    if (tab.closed) return clearInterval(wait);
    if (tab.location.href === 'about:blank' || tab.document.readyState !== 'complete') return;
    clearInterval(wait);
    tab.print();
  }, 100);
}
