import { KeyIndex } from './key-index.ts';
import type { ReadyResponse } from './ready-response.ts';

/** A page as it was just made, with the keys of everything it shows. */
export interface Rendering {
  ready: ReadyResponse;
  /** False for what must be asked for each time: errors, redirects, withdrawn stories. */
  mayBeStored: boolean;
  /** The newsroom was away and something old stands in it: no better than what is stored. */
  isMakeshift?: boolean;
  hard: ReadonlySet<string>;
  soft: ReadonlySet<string>;
}

export interface PageStoreOptions {
  /** Makes a page. Throws, or answers with status 5xx, when it can't. */
  render: (address: string) => Promise<Rendering>;
  /** Memory for pages in bytes. */
  maxBytes?: number;
  /** Milliseconds between two renderings for the sake of soft parts. */
  softInterval?: number;
  /** Milliseconds a reader waits for a stale page to be renewed before getting the old one. */
  grace?: number;
  /** Milliseconds until a renewal that failed is tried again. */
  retryAfter?: number;
  /** Pages that may be in the making at once; more are refused. */
  maxPending?: number;
  now?: () => number;
}

/** Too many pages are being made already. */
export class StoreOverloaded extends Error {}

export interface StoredPage {
  address: string;
  ready: ReadyResponse;
  hard: ReadonlySet<string>;
  soft: ReadonlySet<string>;
  /** Memory it takes with its keys, roughly. */
  bytes: number;
  renderedAt: number;
  /** A change may have been missed: renew before the next reader, if that goes fast. */
  isStale: boolean;
  /** Something beside the matter has changed: renew in the background. */
  isSoftDirty: boolean;
  retryAt: number;
  wasRead: boolean;
}

/** What changed while a page was being made. */
interface Flight {
  changed: Set<string>;
  isGap: boolean;
}

const attempts = 3;
/** A key of a page and its places in the index. */
const keyBytes = 200;

/**
 * Ready pages by address. A hit costs one lookup; a page missing for many readers is made once; what a change
 * names is dropped at once (hard) or renewed behind the readers' backs (soft); when the newsroom is away,
 * what is stored goes on being served.
 */
export class PageStore {
  readonly #pages = new Map<string, StoredPage>();
  readonly #index = new KeyIndex<StoredPage>();
  readonly #making = new Map<string, Promise<ReadyResponse>>();
  readonly #flights = new Set<Flight>();
  readonly #options: Required<PageStoreOptions>;
  #bytes = 0;

  constructor(options: PageStoreOptions) {
    this.#options = {
      maxBytes: 256 * 1024 * 1024,
      softInterval: 60_000,
      grace: 200,
      retryAfter: 2000,
      maxPending: 2000,
      now: Date.now,
      ...options,
    };
  }

  get size(): number {
    return this.#pages.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The stored page, if it can be sent as it is. Starts a renewal in the background when one is due. */
  find(address: string): ReadyResponse | undefined {
    const page = this.#pages.get(address);
    if (page === undefined || page.isStale) return undefined;
    page.wasRead = true;
    if (page.isSoftDirty) this.#renewSoftParts(page);
    return page.ready;
  }

  /** The page, stored or made now. A reader of a stale page waits a moment for the new one, then gets the old. */
  async get(address: string): Promise<ReadyResponse> {
    const found = this.find(address);
    if (found) return found;
    const page = this.#pages.get(address);
    if (page === undefined) return this.#make(address);
    page.wasRead = true;
    if (!this.#mayMake(address) || this.#options.now() < page.retryAt) return page.ready;
    return Promise.race([this.#make(address), this.#afterGrace(page)]);
  }

  /**
   * Takes a change notice: pages about these keys go, pages that show them at the side are renewed later. Settings and
   * a new headline may touch the whole archive: none of it is thrown away, each page is renewed before its next reader.
   */
  change(keys: readonly string[]): void {
    for (const flight of this.#flights) for (const key of keys) flight.changed.add(key);
    for (const key of keys) {
      const [kind, id] = key.split(':', 2);
      if (key === 'site') this.markAllStale();
      else if (kind === 'card') for (const page of this.#index.hard(key)) page.isStale = true;
      else for (const page of [...this.#index.hard(kind === 'gone' ? `card:${id}` : key)]) this.#drop(page);
      for (const page of this.#index.soft(key)) page.isSoftDirty = true;
    }
  }

  /** After a gap in the notices anything may have changed. Nothing is thrown away. */
  markAllStale(): void {
    for (const flight of this.#flights) flight.isGap = true;
    for (const page of this.#pages.values()) page.isStale = true;
  }

  #renewSoftParts(page: StoredPage): void {
    const { now, softInterval } = this.#options;
    const at = now();
    if (at - page.renderedAt < softInterval || at < page.retryAt || !this.#mayMake(page.address)) return;
    void this.#make(page.address);
  }

  #afterGrace(page: StoredPage): Promise<ReadyResponse> {
    return new Promise((resolve) => {
      setTimeout(() => {
        resolve(page.ready);
      }, this.#options.grace).unref();
    });
  }

  /** Whether the page is in the making, or one more may be. */
  #mayMake(address: string): boolean {
    return this.#making.has(address) || this.#making.size < this.#options.maxPending;
  }

  #make(address: string): Promise<ReadyResponse> {
    const underWay = this.#making.get(address);
    if (underWay) return underWay;
    if (!this.#mayMake(address)) return Promise.reject(new StoreOverloaded());
    const making = this.#renderAndStore(address).finally(() => this.#making.delete(address));
    // a renewal in the background has nobody waiting to hear of its failure
    making.catch(() => undefined);
    this.#making.set(address, making);
    return making;
  }

  async #renderAndStore(address: string): Promise<ReadyResponse> {
    for (let attempt = 1; ; attempt++) {
      const flight: Flight = { changed: new Set(), isGap: false };
      this.#flights.add(flight);
      let made: Rendering;
      try {
        made = await this.#options.render(address);
        if (made.ready.status >= 500 || made.isMakeshift) return this.#keepOld(address) ?? made.ready;
      } catch (error) {
        const old = this.#keepOld(address);
        if (old) return old;
        throw error;
      } finally {
        this.#flights.delete(flight);
      }
      if (![...made.hard].some((key) => flight.changed.has(key))) return this.#settle(address, made, flight);
      if (attempt === attempts) return made.ready;
    }
  }

  #keepOld(address: string): ReadyResponse | undefined {
    const old = this.#pages.get(address);
    if (old) old.retryAt = this.#options.now() + this.#options.retryAfter;
    return old?.ready;
  }

  #settle(address: string, made: Rendering, flight: Flight): ReadyResponse {
    const old = this.#pages.get(address);
    if (old) this.#drop(old);
    if (!made.mayBeStored) return made.ready;
    const page: StoredPage = {
      address,
      ready: made.ready,
      hard: made.hard,
      soft: made.soft,
      bytes: made.ready.bytes + keyBytes * (made.hard.size + made.soft.size),
      renderedAt: this.#options.now(),
      isStale: flight.isGap,
      isSoftDirty: [...made.soft].some((key) => flight.changed.has(key)),
      retryAt: 0,
      wasRead: old !== undefined,
    };
    this.#pages.set(address, page);
    this.#index.add(page);
    this.#bytes += page.bytes;
    this.#makeRoom();
    // by then a reader who waits for it has taken what he takes
    setImmediate(made.ready.pack);
    return made.ready;
  }

  #drop(page: StoredPage): void {
    if (this.#pages.get(page.address) !== page) return;
    this.#pages.delete(page.address);
    this.#index.remove(page);
    this.#bytes -= page.bytes;
  }

  /** Oldest first, with a second chance for what was read since: a walk over many addresses displaces only itself. */
  #makeRoom(): void {
    for (const page of this.#pages.values()) {
      if (this.#bytes <= this.#options.maxBytes) return;
      if (page.wasRead) {
        page.wasRead = false;
        this.#pages.delete(page.address);
        this.#pages.set(page.address, page);
      } else {
        this.#drop(page);
      }
    }
  }
}
