/** A part of the page that is loaded when it is first wanted, and opens once it is here. */
export class Later<Part> {
  part = $state.raw<Part>();
  #wanted = $state(false);
  readonly #load: () => Promise<Part>;

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  get open(): boolean {
    return this.#wanted && this.part !== undefined;
  }

  set open(open: boolean) {
    this.#wanted = open;
    if (open && this.part === undefined)
      this.#load().then(
        (part) => (this.part = part),
        () => (this.#wanted = false),
      );
  }
}
