const key = 'broadsheet.rail';

/** Whether the rail shows words. Kept in this browser; below 1180 px it is always narrow. */
export class Rail {
  #wide = $state(localStorage.getItem(key) !== 'narrow');

  get wide(): boolean {
    return this.#wide;
  }

  toggle(): void {
    this.#wide = !this.#wide;
    localStorage.setItem(key, this.#wide ? 'wide' : 'narrow');
  }
}
