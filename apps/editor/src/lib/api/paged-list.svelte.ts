interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
  total?: number | undefined;
}

/** A list that comes page by page. Old items stay while new ones come, and after a fault. */
export class PagedList<Item, Query> {
  items = $state.raw<readonly Item[] | null>(null);
  total = $state<number | undefined>();
  fault = $state.raw<unknown>(null);
  loading = $state(false);
  #cursor = $state<string | null>(null);
  #asked: AbortController | null = null;
  #query: Query | null = null;
  readonly #fetch: (query: Query, cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>;

  /** @param fetch gets the page of a query that begins at a cursor */
  constructor(fetch: (query: Query, cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>) {
    this.#fetch = fetch;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  async show(query: Query): Promise<void> {
    this.#query = query;
    await this.#ask(null);
  }

  async more(): Promise<void> {
    if (this.#cursor && !this.loading) await this.#ask(this.#cursor);
  }

  async again(): Promise<void> {
    await this.#ask(null);
  }

  async #ask(cursor: string | null): Promise<void> {
    if (this.#query === null) return;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.loading = true;
    try {
      const page = await this.#fetch(this.#query, cursor, asked.signal);
      this.items = cursor ? [...(this.items ?? []), ...page.items] : page.items;
      this.#cursor = page.nextCursor;
      if (!cursor) this.total = page.total;
      this.fault = null;
    } catch (error) {
      if (!asked.signal.aborted) this.fault = error;
    } finally {
      if (this.#asked === asked) this.loading = false;
    }
  }
}
