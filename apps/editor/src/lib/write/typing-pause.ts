/** So many pauses may pass before something is done all the same. */
const most = 10;

/** Does something in a pause of the typing. While others write there may be none, so that it never waits for very long. */
export class TypingPause {
  readonly #run: () => void;
  readonly #length: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  /** @param length how long nobody types, in milliseconds */
  constructor(run: () => void, length: number) {
    this.#run = run;
    this.#length = length;
  }

  /** Somebody has typed. */
  typed = (): void => {
    const now = performance.now();
    if (this.#timer === undefined) this.#latest = now + most * this.#length;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#run();
      },
      Math.min(this.#length, this.#latest - now),
    );
  };

  end(): void {
    clearTimeout(this.#timer);
  }
}
