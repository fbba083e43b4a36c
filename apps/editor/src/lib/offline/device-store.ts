/** An article that this device keeps. */
export interface KeptArticle {
  articleId: string;
  /** Edits made here that the newsroom is not known to have. */
  unsaved: number;
  /** Milliseconds since 1970: the least recently opened give way first. */
  usedAt: number;
}

interface KeptUpdate {
  articleId: string;
  bytes: Uint8Array;
}

const prefix = 'broadsheet-desk-';
/** So many articles are kept beside those with edits that are nowhere else. */
const mostArticles = 40;

/**
 * What this browser keeps of a person's articles (IndexedDB), so that they open and can be written without a
 * connection, after the page was loaded anew too. Updates are appended as they come and merged when they are many.
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
      const asked = indexedDB.open(prefix + personId, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore('articles', { keyPath: 'articleId' });
        asked.result
          .createObjectStore('updates', { autoIncrement: true })
          .createIndex('article', 'articleId');
      };
      const database = await answered(asked);
      // another tab signs out: nothing may hold the database then
      database.onversionchange = () => database.close();
      return new DeviceStore(database);
    } catch {
      return null;
    }
  }

  /** Takes everything that any person left in this browser. */
  static async wipe(): Promise<void> {
    const databases = await indexedDB.databases();
    const own = databases.map(({ name }) => name).filter((name) => name?.startsWith(prefix));
    await Promise.all(own.map((name) => answered(indexedDB.deleteDatabase(name ?? ''))));
  }

  /** The article's updates in order, and how many edits are nowhere else. */
  async read(articleId: string): Promise<{ updates: Uint8Array[]; unsaved: number }> {
    const work = this.#database.transaction(['articles', 'updates'], 'readonly');
    const updates = answered<KeptUpdate[]>(work.objectStore('updates').index('article').getAll(articleId));
    const article = answered<KeptArticle | undefined>(work.objectStore('articles').get(articleId));
    return {
      updates: (await updates).map(({ bytes }) => bytes),
      unsaved: (await article)?.unsaved ?? 0,
    };
  }

  /** Adds updates, and says how many edits are nowhere else, in one transaction. Throws when the disk is full. */
  async append(articleId: string, updates: readonly Uint8Array[], unsaved: number): Promise<void> {
    const work = this.#database.transaction(['articles', 'updates'], 'readwrite');
    for (const bytes of updates) work.objectStore('updates').add({ articleId, bytes } satisfies KeptUpdate);
    const article: KeptArticle = { articleId, unsaved, usedAt: Date.now() };
    work.objectStore('articles').put(article);
    await finished(work);
  }

  /**
   * Merges the article's updates into one. What another tab appends meanwhile waits for its turn.
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
    for (const key of keys) store.delete(key);
    const bytes = merge(updates.map((update) => update.bytes));
    if (updates.length > 0) store.add({ articleId, bytes } satisfies KeptUpdate);
    await finished(work);
  }

  /** Takes an article from this device. */
  async forget(articleId: string): Promise<void> {
    const work = this.#database.transaction(['articles', 'updates'], 'readwrite');
    await this.#delete(work, articleId);
    await finished(work);
  }

  /** Articles with edits that are nowhere else. */
  async unsaved(): Promise<KeptArticle[]> {
    const work = this.#database.transaction('articles', 'readonly');
    const all = await answered<KeptArticle[]>(work.objectStore('articles').getAll());
    return all.filter(({ unsaved }) => unsaved > 0);
  }

  /** Lets go of the articles that were not opened for longest; never of edits that are nowhere else. */
  async trim(): Promise<void> {
    const work = this.#database.transaction(['articles', 'updates'], 'readwrite');
    const all = await answered<KeptArticle[]>(work.objectStore('articles').getAll());
    const old = all
      .filter(({ unsaved }) => unsaved === 0)
      .toSorted((a, b) => b.usedAt - a.usedAt)
      .slice(mostArticles);
    for (const { articleId } of old) await this.#delete(work, articleId);
    await finished(work);
  }

  async #delete(work: IDBTransaction, articleId: string): Promise<void> {
    work.objectStore('articles').delete(articleId);
    const updates = work.objectStore('updates');
    const keys = await answered(updates.index('article').getAllKeys(articleId));
    for (const key of keys) updates.delete(key);
  }

  close(): void {
    this.#database.close();
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser could not keep this'));
  });
}

function finished(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error('The browser could not keep this'));
  });
}
