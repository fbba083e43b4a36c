import type { Language } from '@broadsheet/types';
import { answered, build, finished, type KeptArticle, type KeptUpdate } from './device-database.ts';

/** A field of an article or its story that was changed, while the newsroom is not known to have the change. */
export interface KeptField {
  /** The article that was open. */
  articleId: string;
  /** Whose field it is: `story:…`, `article:…` or `comments:…` (those of an article that wait) with an id. */
  record: string;
  part: string;
  value: unknown;
  /** The saved value that the person had seen there. */
  seen: unknown;
}

/** Names a kept update. */
export type UpdateKey = IDBValidKey;

const prefix = 'broadsheet-desk-';
/** So many articles are kept beside those with edits that are nowhere else. */
const mostArticles = 40;
/** All that concerns an article. */
const stores = ['articles', 'updates', 'fields'];

/**
 * What this browser keeps of a person's articles (IndexedDB), so that they open and can be written without a
 * connection, after the page was loaded anew too. Updates are appended as they come, each with whether it is nowhere else,
 * and merged when they are many: several tabs may write one article, and none can speak for the edits of another.
 */
export class DeviceStore {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Null where the browser keeps nothing: private windows, a full or broken profile. */
  static async open(personId: string): Promise<DeviceStore | null> {
    if (!('indexedDB' in globalThis)) return null;
    try {
      const asked = indexedDB.open(prefix + personId, 3);
      asked.onupgradeneeded = ({ oldVersion }) => {
        if (asked.transaction) build(asked.transaction, oldVersion);
      };
      const database = await answered(asked);
      // another tab signs out: nothing may hold the database then
      database.onversionchange = () => database.close();
      return new DeviceStore(database);
    } catch {
      return null;
    }
  }

  /**
   * Takes everything that the person left in this browser, and of other people what the newsroom has too. Their words that
   * are nowhere else stay until they come back: nobody else is shown them.
   */
  static async wipe(personId: string): Promise<void> {
    const databases = await indexedDB.databases();
    for (const { name } of databases) {
      if (!name?.startsWith(prefix)) continue;
      const owner = name.slice(prefix.length);
      if (owner === personId || (await isSaved(owner))) await answered(indexedDB.deleteDatabase(name));
    }
  }

  /**
   * The article's updates in order, and the keys of those that are nowhere else. With its language it is opened: from now
   * on it was used just now.
   */
  async read(
    articleId: string,
    language?: Language,
  ): Promise<{ updates: Uint8Array[]; unsaved: UpdateKey[] }> {
    const work = this.#database.transaction(['articles', 'updates'], 'readwrite');
    const store = work.objectStore('updates');
    const [updates, unsaved] = await Promise.all([
      answered<KeptUpdate[]>(store.index('article').getAll(articleId)),
      answered(store.index('unsaved').getAllKeys(articleId)),
    ]);
    if (updates.length > 0 && language) use(work, articleId, language);
    return { updates: updates.map(({ bytes }) => bytes), unsaved };
  }

  /**
   * Adds updates in one transaction. Throws when the disk is full.
   * @returns the keys of those that are nowhere else, and whether anything of the article was kept before
   */
  async append(
    articleId: string,
    language: Language,
    updates: readonly { bytes: Uint8Array; isUnsaved: boolean }[],
  ): Promise<{ unsaved: UpdateKey[]; wasKept: boolean }> {
    const work = this.#database.transaction(['articles', 'updates'], 'readwrite');
    const store = work.objectStore('updates');
    const before = answered(work.objectStore('articles').count(articleId));
    const unsaved: Promise<UpdateKey>[] = [];
    for (const { bytes, isUnsaved } of updates) {
      const update: KeptUpdate = { articleId, bytes, ...(isUnsaved && { unsaved: articleId }) };
      const key = answered(store.add(update));
      if (isUnsaved) unsaved.push(key);
    }
    use(work, articleId, language);
    // not left to the page, which may be gone before it is its turn
    work.commit();
    const [keys, count] = await Promise.all([Promise.all(unsaved), before, finished(work)]);
    return { unsaved: keys, wasKept: count > 0 };
  }

  /** The newsroom has these updates too. */
  async markSaved(keys: readonly UpdateKey[]): Promise<void> {
    const work = this.#database.transaction('updates', 'readwrite');
    const store = work.objectStore('updates');
    await Promise.all([...keys.map((key) => saved(store, key)), finished(work)]);
  }

  /**
   * Merges the article's updates into one, but for those that are nowhere else. What another tab appends meanwhile waits
   * for its turn.
   * @param merge Yjs's, brought by whoever writes: pages without a document have no use for Yjs
   */
  async compact(articleId: string, merge: (updates: Uint8Array[]) => Uint8Array): Promise<void> {
    const work = this.#database.transaction('updates', 'readwrite');
    const store = work.objectStore('updates');
    const index = store.index('article');
    const [updates, keys] = await Promise.all([
      answered<KeptUpdate[]>(index.getAll(articleId)),
      answered(index.getAllKeys(articleId)),
    ]);
    const merged = updates.filter(({ unsaved }, at) => {
      const key = keys[at];
      if (unsaved === undefined && key !== undefined) store.delete(key);
      return unsaved === undefined;
    });
    const bytes = merge(merged.map((update) => update.bytes));
    if (merged.length > 0) store.add({ articleId, bytes } satisfies KeptUpdate);
    await finished(work);
  }

  /** Takes an article from this device with all that is nowhere else: its person has seen to that. */
  async remove(articleId: string): Promise<void> {
    const work = this.#database.transaction(stores, 'readwrite');
    await deleteAll(work, articleId);
    await finished(work);
  }

  /** Takes an article from this device, unless some of it is nowhere else. */
  async forget(articleId: string): Promise<void> {
    const work = this.#database.transaction(stores, 'readwrite');
    await deleteSaved(work, articleId);
    await finished(work);
  }

  /** The articles that are here, the last used first. */
  async articles(): Promise<KeptArticle[]> {
    const work = this.#database.transaction('articles', 'readonly');
    const all = await answered<KeptArticle[]>(work.objectStore('articles').getAll());
    return all.toSorted((a, b) => b.usedAt - a.usedAt);
  }

  /** The ids of articles with edits or changed fields that are nowhere else. */
  async unsavedArticles(): Promise<string[]> {
    const work = this.#database.transaction(stores, 'readonly');
    const [updates, fields] = await Promise.all([
      answered<KeptUpdate[]>(work.objectStore('updates').index('unsaved').getAll()),
      answered<KeptField[]>(work.objectStore('fields').getAll()),
    ]);
    return [...new Set([...updates, ...fields].map(({ articleId }) => articleId))];
  }

  /** Keeps a changed field, instead of what was kept of it before. */
  async keepField(field: KeptField): Promise<void> {
    const work = this.#database.transaction('fields', 'readwrite');
    work.objectStore('fields').put(field);
    work.commit();
    await finished(work);
  }

  /** The newsroom has the field as well, or its person wants it no longer. */
  async dropField(record: string, part: string): Promise<void> {
    const work = this.#database.transaction('fields', 'readwrite');
    work.objectStore('fields').delete([record, part]);
    await finished(work);
  }

  /** The kept fields of a story, an article or its comments. */
  async fields(record: string): Promise<KeptField[]> {
    const work = this.#database.transaction('fields', 'readonly');
    return answered(work.objectStore('fields').getAll(IDBKeyRange.bound([record], [record, []])));
  }

  /** All that were changed while this article was open. */
  async fieldsBeside(articleId: string): Promise<KeptField[]> {
    const work = this.#database.transaction('fields', 'readonly');
    return answered(work.objectStore('fields').index('article').getAll(articleId));
  }

  /** Lets go of the articles that were not opened for longest; never of edits that are nowhere else. */
  async trim(): Promise<void> {
    const old = (await this.articles()).slice(mostArticles);
    if (old.length === 0) return;
    const work = this.#database.transaction(stores, 'readwrite');
    for (const { articleId } of old) await deleteSaved(work, articleId);
    await finished(work);
  }

  close(): void {
    this.#database.close();
  }
}

/** Whether the newsroom has all that this browser keeps of a person's. */
async function isSaved(personId: string): Promise<boolean> {
  const store = await DeviceStore.open(personId);
  if (!store) return false;
  const unsaved = await store.unsavedArticles();
  store.close();
  return unsaved.length === 0;
}

function use(work: IDBTransaction, articleId: string, language: Language): void {
  work.objectStore('articles').put({ articleId, language, usedAt: Date.now() } satisfies KeptArticle);
}

async function saved(store: IDBObjectStore, key: UpdateKey): Promise<void> {
  const update = await answered<KeptUpdate | undefined>(store.get(key));
  if (!update) return;
  delete update.unsaved;
  store.put(update, key);
}

async function deleteSaved(work: IDBTransaction, articleId: string): Promise<void> {
  const counts = await Promise.all([
    answered(work.objectStore('updates').index('unsaved').count(articleId)),
    answered(work.objectStore('fields').index('article').count(articleId)),
  ]);
  if (counts.every((count) => count === 0)) await deleteAll(work, articleId);
}

async function deleteAll(work: IDBTransaction, articleId: string): Promise<void> {
  work.objectStore('articles').delete(articleId);
  for (const name of ['updates', 'fields']) {
    const store = work.objectStore(name);
    for (const key of await answered(store.index('article').getAllKeys(articleId))) store.delete(key);
  }
}
