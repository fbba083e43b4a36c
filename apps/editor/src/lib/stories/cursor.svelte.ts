import { tick } from 'svelte';

/** The row that the keyboard points at. It follows its story when rows move. */
export class Cursor<Item extends { id: string }> {
  id = $state<string | null>(null);
  readonly #items: () => readonly Item[];

  constructor(items: () => readonly Item[]) {
    this.#items = items;
  }

  get current(): Item | undefined {
    return this.#items().find(({ id }) => id === this.id);
  }

  /** One row down (1) or up (-1); the first step goes to the first row. */
  move(step: 1 | -1): void {
    const items = this.#items();
    const at = items.findIndex(({ id }) => id === this.id);
    const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1);
    this.id = items[next]?.id ?? null;
    void tick().then(() => document.getElementById(`story-${this.id}`)?.scrollIntoView({ block: 'nearest' }));
  }

  leave(): void {
    this.id = null;
  }
}
