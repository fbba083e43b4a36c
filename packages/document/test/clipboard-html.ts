import { readFileSync } from 'node:fs';

/** What a program puts on the clipboard, written after its markup, one file each. */
export const clipboard = (program: string): string =>
  readFileSync(new URL(`./clipboard/${program}.html`, import.meta.url), 'utf8');
