import { keep } from './theme.ts';

const smallest = 0.875;
const largest = 1.5;
/** From here on narrow screens give lines of their own to what stood side by side. */
const large = 1.2;

/** A− and A+: one step each, between 0.875 and 1.5 of the page's own size. */
export function startTextSize(root: HTMLElement): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-size]')) {
    button.addEventListener('click', () => {
      const before = Number(root.style.getPropertyValue('--text-scale')) || 1;
      const after = Math.min(largest, Math.max(smallest, before + Number(button.dataset.size)));
      root.style.setProperty('--text-scale', String(after));
      if (after > large) root.dataset.text = 'large';
      else delete root.dataset.text;
      keep('size', String(after));
    });
  }
}
