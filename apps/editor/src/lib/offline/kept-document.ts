import type { HocuspocusProvider } from '@hocuspocus/provider';
import type { Language } from '@broadsheet/types';
import { applyUpdate, encodeStateAsUpdate, mergeUpdates, type Doc } from 'yjs';
import { DeviceStore, type UpdateKey } from './device-store.ts';

/** So many updates are merged into one when an article is opened. */
const compactAfter = 300;

/** What others write is with the newsroom: it comes onto the device so much later at most, in milliseconds. */
const unhurried = 500;

/** Keeps a shared document on this device as it changes, whoever changes it. */
export class KeptDocument {
  readonly #articleId: string;
  readonly #language: Language;
  readonly #doc: Doc;
  /** Whose changes come from the newsroom or from this device. */
  readonly #provider: HocuspocusProvider;
  #store: DeviceStore | null = null;
  #waiting: { bytes: Uint8Array; isOurs: boolean }[] = [];
  /** What is kept and nowhere else, as far as this tab made it or found it. */
  #lacking: UpdateKey[] = [];
  #isSaved = true;
  /** The device has the text up to here, as far as this tab knows. */
  #isKept = false;
  #isOver = false;
  #writing: Promise<void> | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(articleId: string, language: Language, doc: Doc, provider: HocuspocusProvider) {
    this.#articleId = articleId;
    this.#language = language;
    this.#doc = doc;
    this.#provider = provider;
  }

  /** Whether what is written here comes onto this device, and would be there after the page is loaded anew. */
  get works(): boolean {
    return this.#store !== null;
  }

  /**
   * Puts into the document what the device has of it, and keeps it from then on.
   * @returns how many edits are on this device alone; null when it has nothing of the article
   */
  async load(personId: string): Promise<number | null> {
    const store = await DeviceStore.open(personId);
    if (!store) return null;
    try {
      const { updates, unsaved } = await store.read(this.#articleId, this.#language);
      // the page was left while the device answered
      if (this.#isOver) {
        store.close();
        return null;
      }
      this.#put(updates);
      this.#store = store;
      this.#lacking = unsaved;
      this.#isSaved = unsaved.length === 0;
      this.#isKept = updates.length > 0;
      this.#doc.on('update', this.#updated);
      addEventListener('pagehide', this.#hurry);
      if (updates.length > compactAfter) void store.compact(this.#articleId, mergeUpdates).catch(this.#fail);
      void store.trim().catch(() => undefined);
      return updates.length > 0 ? unsaved.length : null;
    } catch {
      store.close();
      return null;
    }
  }

  /** The provider has nothing to send of it: if it listened, Yjs would write all of it down once more. */
  #put(updates: readonly Uint8Array[]): void {
    const { boundDocumentUpdateHandler: send } = this.#provider;
    this.#doc.off('update', send);
    for (const bytes of updates) applyUpdate(this.#doc, bytes, this.#provider);
    this.#doc.on('update', send);
  }

  /** The newsroom has every edit that was made here, and what the device alone had when it was loaded. */
  saved(): void {
    if (this.#isSaved) return;
    this.#isSaved = true;
    void this.#write();
  }

  /** Lets go of what may no longer be read here, unless some of it is nowhere else. */
  forget(): void {
    if (!this.#isSaved) return;
    const store = this.#stop();
    void store
      ?.forget(this.#articleId)
      .catch(() => undefined)
      .then(() => store.close());
  }

  destroy(): void {
    this.#isOver = true;
    void this.#write().then(() => this.#stop()?.close());
  }

  #updated = (bytes: Uint8Array, origin: unknown): void => {
    const isOurs = origin !== this.#provider;
    if (isOurs) this.#isSaved = false;
    this.#waiting.push({ bytes, isOurs });
    if (isOurs) void this.#write();
    else this.#soon ??= setTimeout(() => void this.#write(), unhurried);
  };

  /** The page goes, and with it what waits for a transaction under way: it gets one of its own now. */
  #hurry = (): void => {
    if (this.#store && this.#waiting.length > 0) void this.#append(this.#store).catch(this.#fail);
  };

  #write(): Promise<void> {
    return (this.#writing ??= this.#writeAll());
  }

  /** One transaction at a time; what comes meanwhile goes together in the next. */
  async #writeAll(): Promise<void> {
    // after everything that the same key changes
    await Promise.resolve();
    clearTimeout(this.#soon);
    this.#soon = undefined;
    while (this.#store && (this.#waiting.length > 0 || this.#isForgetful))
      await this.#writeOnce(this.#store).catch(this.#fail);
    this.#writing = null;
  }

  /** The device still holds for unsaved what the newsroom has. */
  get #isForgetful(): boolean {
    return this.#isSaved && this.#lacking.length > 0;
  }

  #writeOnce(store: DeviceStore): Promise<void> {
    return this.#waiting.length === 0 ? store.markSaved(this.#lacking.splice(0)) : this.#append(store);
  }

  async #append(store: DeviceStore): Promise<void> {
    const updates = this.#waiting.splice(0).map(({ bytes, isOurs }) => ({
      bytes,
      isUnsaved: isOurs && !this.#isSaved,
    }));
    const keep = (these: typeof updates) => store.append(this.#articleId, this.#language, these);
    const { unsaved, wasKept } = await keep(updates);
    this.#lacking.push(...unsaved);
    // another tab let go of the article: what comes after the rest can't be read without it
    if (this.#isKept && !wasKept) await keep([{ bytes: encodeStateAsUpdate(this.#doc), isUnsaved: false }]);
    this.#isKept = true;
  }

  /** A device that keeps nothing any more is not told to keep: the save state says so. */
  #fail = (): void => this.#stop()?.close();

  /** Nothing is kept from now on, not even what waits for it. @returns where it was kept */
  #stop(): DeviceStore | null {
    this.#doc.off('update', this.#updated);
    removeEventListener('pagehide', this.#hurry);
    clearTimeout(this.#soon);
    this.#waiting = [];
    const store = this.#store;
    this.#store = null;
    return store;
  }
}
