import type { Language } from '@broadsheet/types';

/** An article that this device keeps. */
export interface KeptArticle {
  articleId: string;
  /** Not known of what was kept before this was noted. */
  language?: Language;
  /** Milliseconds since 1970: the least recently opened give way first. */
  usedAt: number;
}

export interface KeptUpdate {
  articleId: string;
  bytes: Uint8Array;
  /** The article's id once more, while the newsroom is not known to have this: an index holds nothing but these. */
  unsaved?: string;
}

/** Makes what a database lacks that an older version of the program made, or none. */
export function build(work: IDBTransaction, oldVersion: number): void {
  const { db } = work;
  if (oldVersion === 0) {
    db.createObjectStore('articles', { keyPath: 'articleId' });
    db.createObjectStore('updates', { autoIncrement: true }).createIndex('article', 'articleId');
  }
  if (oldVersion < 2) work.objectStore('updates').createIndex('unsaved', 'unsaved');
  if (oldVersion === 1) void distrustCounts(work);
  db.createObjectStore('fields', { keyPath: ['record', 'part'] }).createIndex('article', 'articleId');
}

/** Articles had a number of edits that are nowhere else, which did not say which: it may be any. */
async function distrustCounts(work: IDBTransaction): Promise<void> {
  const counts = await answered<(KeptArticle & { unsaved: number })[]>(work.objectStore('articles').getAll());
  const some = new Set(counts.filter(({ unsaved }) => unsaved > 0).map(({ articleId }) => articleId));
  const rows = work.objectStore('updates').openCursor();
  rows.onsuccess = () => {
    const row = rows.result;
    if (!row) return;
    const update = row.value as KeptUpdate;
    if (some.has(update.articleId)) row.update({ ...update, unsaved: update.articleId });
    row.continue();
  };
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser could not keep this'));
  });
}

export function finished(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error('The browser could not keep this'));
  });
}
