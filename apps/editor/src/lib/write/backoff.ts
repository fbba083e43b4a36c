const first = 1000;
const last = 30_000;

/** Tries again after a pause that doubles each time, up to half a minute, with some chance in it. */
export class Backoff {
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  next(run: () => void): void {
    this.cancel();
    const pause = Math.min(last, first * 2 ** this.#tries);
    this.#tries += 1;
    this.#timer = setTimeout(run, pause * (0.5 + Math.random() / 2));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  reset(): void {
    this.cancel();
    this.#tries = 0;
  }
}
