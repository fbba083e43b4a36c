/** Since when a file is as it is. */
export interface FileDate {
  /** As it is sent, in whole seconds. */
  text: string;
  /** Whether no other bytes of the same address had it. */
  isSure: boolean;
}

/**
 * The dates of feeds and other files that are asked for by date: when this process first made what stands there now.
 * The newest story's own date would not do: when an older one is withdrawn or gets another address, it stays
 * (docs/decisions/0049).
 */
export class FileDates {
  readonly #known = new Map<string, FileDate & { digest: string }>();
  readonly #most: number;
  readonly #now: () => number;

  constructor({ most = 10_000, now = Date.now }: { most?: number; now?: () => number } = {}) {
    this.#most = most;
    this.#now = now;
  }

  /** The date of an address whose bytes have this digest. Of what is forgotten the next date is a later one. */
  of(address: string, digest: string): FileDate {
    const before = this.#known.get(address);
    if (before?.isSure && before.digest === digest) return before;
    const text = new Date(this.#now()).toUTCString();
    const date = { digest, text, isSure: before?.text !== text };
    this.#known.delete(address);
    this.#known.set(address, date);
    if (this.#known.size > this.#most) this.#forgetOldest();
    return date;
  }

  #forgetOldest(): void {
    const oldest = this.#known.keys().next().value;
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
