import type { RichText, Run } from './types.ts';

/** The text as a list of runs, plain strings included. */
export function runsOf(text: RichText): readonly Run[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The text without its marks. */
export function plainText(text: RichText): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}
