interface Kept {
  value: Promise<unknown>;
  keys: Set<string>;
  /** False until the answer is here and says which stories it shows. */
  isComplete: boolean;
}

/** Answers of the API that many pages share, in memory until a change names them. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;
  #epoch = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Grows with each change, so that an answer under way can tell that it may be old. */
  get epoch(): number {
    return this.#epoch;
  }

  get(path: string): Promise<unknown> | undefined {
    return this.#kept.get(path)?.value;
  }

  /**
   * The answer that is kept, or a new one.
   * @param more the keys that only the answer itself can tell
   */
  keep<T>(path: string, keys: string[], ask: () => Promise<T>, more: (value: T) => string[]): Promise<T> {
    const before = this.#kept.get(path);
    if (before) return before.value as Promise<T>;
    const value = ask();
    const kept: Kept = { value, keys: new Set(keys), isComplete: false };
    this.#kept.set(path, kept);
    if (this.#kept.size > this.#most) this.#dropOldest();
    value.then(
      (answer) => {
        for (const key of more(answer)) kept.keys.add(key);
        kept.isComplete = true;
      },
      () => {
        if (this.#kept.get(path) === kept) this.#kept.delete(path);
      },
    );
    return value;
  }

  drop(path: string): void {
    this.#kept.delete(path);
  }

  /** Forgets what these keys name; answers under way are given out but not kept. */
  forget(keys: readonly string[]): void {
    this.#epoch += 1;
    for (const [path, kept] of this.#kept) {
      if (!kept.isComplete || keys.some((key) => kept.keys.has(key))) this.#kept.delete(path);
    }
  }

  forgetAll(): void {
    this.#epoch += 1;
    this.#kept.clear();
  }

  #dropOldest(): void {
    const oldest = this.#kept.keys().next().value;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
