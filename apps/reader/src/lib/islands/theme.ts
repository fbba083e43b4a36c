/** Night and day: the system's choice until the reader makes one, which is kept. */
export function startTheme(root: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const toggles = document.querySelectorAll<HTMLElement>('[data-theme-toggle]');
  const isNight = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
  const show = () => {
    for (const toggle of toggles) toggle.setAttribute('aria-pressed', String(isNight()));
  };
  for (const toggle of toggles) {
    toggle.addEventListener('click', () => {
      const theme = isNight() ? 'light' : 'dark';
      root.dataset.theme = theme;
      keep('theme', theme);
      show();
    });
  }
  system.addEventListener('change', show);
  show();
}

/** Storage may be forbidden or full; the choice then lasts as long as the page. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // nothing is lost but the memory of it
  }
}
