import type { DeskEvent } from '@broadsheet/types';

const path = '/api/events';
/** A page that nobody looks at gives its connection back after so long: a browser has few of them. */
const patience = 30_000;

/** What the server tells open pages of. While a page is hidden it hears nothing, and asks everything when it is back. */
class DeskEvents {
  readonly #listeners = new Map<DeskEvent, Set<() => void>>();
  #source: EventSource | null = null;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#look());
  }

  /** Calls `listener` for each event of the name, and when one may have been missed. Returns how to stop. */
  on(event: DeskEvent, listener: () => void): () => void {
    const set = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, set.add(listener));
    this.#look();
    return () => {
      set.delete(listener);
      this.#look();
    };
  }

  get #isWanted(): boolean {
    return [...this.#listeners.values()].some((set) => set.size > 0);
  }

  #look(): void {
    clearTimeout(this.#hiding);
    if (!this.#isWanted) return this.#close();
    if (document.visibilityState === 'hidden') this.#hiding = setTimeout(() => this.#close(), patience);
    else this.#open();
  }

  #open(): void {
    if (this.#source && this.#source.readyState !== EventSource.CLOSED) return;
    const source = (this.#source = new EventSource(path));
    // also after each time that the browser connected again by itself
    source.addEventListener('hello', () => {
      for (const set of this.#listeners.values()) for (const listener of set) listener();
    });
    for (const event of ['inbox', 'presence'] satisfies DeskEvent[])
      source.addEventListener(event, () => {
        for (const listener of this.#listeners.get(event) ?? []) listener();
      });
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
  }
}

export const deskEvents = new DeskEvents();
