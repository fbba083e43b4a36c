/** A thing lifted out of a list by keyboard or pointer, the order while it hangs, and the order to go back to. */
export class Ordering<Item extends { id: string }> {
  lifted = $state<string | null>(null);
  #order = $state.raw<readonly string[] | null>(null);
  readonly #items: () => readonly Item[];
  readonly #drop: (ids: string[]) => Promise<void>;

  /** `drop` saves the new order; while it does, the items stay where they were dropped. */
  constructor(items: () => readonly Item[], drop: (ids: string[]) => Promise<void>) {
    this.#items = items;
    this.#drop = drop;
  }

  /** The items as they stand now, the lifted one at its new place. */
  get items(): readonly Item[] {
    const order = this.#order;
    if (!order) return this.#items();
    return [...this.#items()].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  }

  /** Counted from 1. */
  get place(): number {
    return this.items.findIndex(({ id }) => id === this.lifted) + 1;
  }

  lift(id: string): void {
    this.lifted = id;
    this.#order = this.#items().map((item) => item.id);
  }

  /** Moves the lifted item by `steps`, down if positive. */
  move(steps: number): void {
    this.moveTo(this.place - 1 + steps);
  }

  /** Moves the lifted item to an index. */
  moveTo(index: number): void {
    const { lifted } = this;
    if (!lifted || !this.#order) return;
    const others = this.#order.filter((id) => id !== lifted);
    this.#order = others.toSpliced(Math.min(Math.max(index, 0), others.length), 0, lifted);
  }

  async drop(): Promise<void> {
    const order = this.#order;
    this.lifted = null;
    const before = this.#items().map(({ id }) => id);
    if (order && order.join() !== before.join()) await this.#drop([...order]);
    this.#order = null;
  }

  putBack(): void {
    this.lifted = null;
    this.#order = null;
  }
}
