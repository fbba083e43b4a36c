import { applyUpdate, mergeUpdates, type Doc } from 'yjs';
import { DeviceStore } from './device-store.ts';

/** So many updates are merged into one when an article is opened. */
const compactAfter = 300;

/** Keeps a shared document on this device as it changes, whoever changes it. */
export class KeptDocument {
  readonly #articleId: string;
  readonly #doc: Doc;
  #store: DeviceStore | null = null;
  #waiting: Uint8Array[] = [];
  #unsaved = 0;
  #isLoading = false;
  #isWriting = false;

  constructor(articleId: string, doc: Doc) {
    this.#articleId = articleId;
    this.#doc = doc;
  }

  /** Whether what is written here is on this device, and would be there after the page is loaded anew. */
  get works(): boolean {
    return this.#store !== null;
  }

  /**
   * Puts into the document what the device has of it, and keeps it from then on.
   * @param origin whose change it is for those who watch the document
   * @returns how many edits made here are nowhere else; null when the device has nothing of the article
   */
  async load(personId: string, origin: unknown): Promise<number | null> {
    const store = await DeviceStore.open(personId);
    if (!store) return null;
    try {
      const { updates, unsaved } = await store.read(this.#articleId);
      this.#isLoading = true;
      for (const bytes of updates) applyUpdate(this.#doc, bytes, origin);
      this.#isLoading = false;
      this.#store = store;
      this.#unsaved = unsaved;
      this.#doc.on('update', this.#updated);
      if (updates.length > compactAfter) void store.compact(this.#articleId, mergeUpdates).catch(this.#fail);
      void store.trim().catch(() => undefined);
      return updates.length > 0 ? unsaved : null;
    } catch {
      this.#isLoading = false;
      store.close();
      return null;
    }
  }

  /** Says how many edits made here are nowhere else. */
  setUnsaved(unsaved: number): void {
    if (unsaved === this.#unsaved) return;
    this.#unsaved = unsaved;
    void this.#write();
  }

  /** Lets go of what may no longer be read here, unless some of it is nowhere else. */
  forget(): void {
    if (this.#unsaved > 0) return;
    this.#doc.off('update', this.#updated);
    void this.#store?.forget(this.#articleId).catch(() => undefined);
  }

  destroy(): void {
    this.#doc.off('update', this.#updated);
    void this.#write().then(() => this.#store?.close());
  }

  #updated = (bytes: Uint8Array): void => {
    if (this.#isLoading) return;
    this.#waiting.push(bytes);
    void this.#write();
  };

  /** One transaction at a time; what comes meanwhile goes together in the next. */
  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    // after everything that the same key changes
    await Promise.resolve();
    let written: number | null = null;
    while (this.#store && (this.#waiting.length > 0 || written !== this.#unsaved)) {
      written = this.#unsaved;
      await this.#store.append(this.#articleId, this.#waiting.splice(0), written).catch(this.#fail);
    }
    this.#isWriting = false;
  }

  /** A device that keeps nothing any more is not told to keep: the save state says so. */
  #fail = (): void => {
    this.#store?.close();
    this.#store = null;
  };
}
