interface Keyed {
  readonly hard: ReadonlySet<string>;
  readonly soft: ReadonlySet<string>;
}

/** Which pages a key touches, so that a change costs what it changes and not a walk over the whole store. */
export class KeyIndex<T extends Keyed> {
  readonly #hard = new Map<string, Set<T>>();
  readonly #soft = new Map<string, Set<T>>();

  hard(key: string): ReadonlySet<T> {
    return this.#hard.get(key) ?? new Set();
  }

  soft(key: string): ReadonlySet<T> {
    return this.#soft.get(key) ?? new Set();
  }

  add(page: T): void {
    for (const key of page.hard) put(this.#hard, key, page);
    for (const key of page.soft) put(this.#soft, key, page);
  }

  remove(page: T): void {
    for (const key of page.hard) take(this.#hard, key, page);
    for (const key of page.soft) take(this.#soft, key, page);
  }
}

function put<T>(index: Map<string, Set<T>>, key: string, page: T): void {
  const pages = index.get(key);
  if (pages) pages.add(page);
  else index.set(key, new Set([page]));
}

function take<T>(index: Map<string, Set<T>>, key: string, page: T): void {
  const pages = index.get(key);
  pages?.delete(page);
  if (pages?.size === 0) index.delete(key);
}
