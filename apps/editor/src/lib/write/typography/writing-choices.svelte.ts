const key = 'broadsheet.writing';

/** What a person likes while writing. Kept in this browser. */
class WritingChoices {
  #off = $state.raw<readonly string[]>(read());

  get typography(): boolean {
    return this.#isOn('typography');
  }

  get spelling(): boolean {
    return this.#isOn('spelling');
  }

  toggle(choice: 'typography' | 'spelling'): void {
    this.#off = this.#isOn(choice) ? [...this.#off, choice] : this.#off.filter((other) => other !== choice);
    localStorage.setItem(key, this.#off.join(' '));
  }

  #isOn(choice: string): boolean {
    return !this.#off.includes(choice);
  }
}

function read(): string[] {
  return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean);
}

export const writingChoices = new WritingChoices();
