export type Theme = 'light' | 'night';
const key = 'broadsheet.theme';

/** The theme that this browser keeps; without a choice the system's theme holds. */
class ThemeChoice {
  #chosen = $state<Theme | null>(this.#stored());
  #systemIsDark = $state(matchMedia('(prefers-color-scheme: dark)').matches);

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
      this.#systemIsDark = event.matches;
    });
  }

  /** `null` follows the system. */
  get chosen(): Theme | null {
    return this.#chosen;
  }

  get shown(): Theme {
    return this.#chosen ?? (this.#systemIsDark ? 'night' : 'light');
  }

  choose(theme: Theme | null): void {
    this.#chosen = theme;
    if (theme) {
      document.documentElement.dataset['theme'] = theme;
      localStorage.setItem(key, theme);
    } else {
      delete document.documentElement.dataset['theme'];
      localStorage.removeItem(key);
    }
  }

  toggle(): void {
    this.choose(this.shown === 'night' ? 'light' : 'night');
  }

  #stored(): Theme | null {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'night' ? stored : null;
  }
}

export const theme = new ThemeChoice();
