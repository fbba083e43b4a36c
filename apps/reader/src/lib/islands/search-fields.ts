import type { startSuggestions } from './suggestions.ts';

interface Suggestions {
  startSuggestions: typeof startSuggestions;
}

/** Suggestions while typing: their script comes when a reader first goes to a field. Without it the form searches. */
export function startSearchFields(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    const start = () => {
      void import(input.dataset.suggest ?? '').then(
        (script: Suggestions) => {
          script.startSuggestions(input);
        },
        () => undefined,
      );
    };
    if (document.activeElement === input) start();
    else input.addEventListener('focus', start, { once: true });
  }
}
