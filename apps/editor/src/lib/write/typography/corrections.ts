import type { Language } from '@broadsheet/types';
import { keepTogether } from './kept-spaces.ts';
import { dashes, openQuotes, opensQuote, quoteSigns } from './quote-signs.ts';

/** A piece of the text before the caret and what should stand there. */
export interface Correction {
  from: number;
  to: number;
  text: string;
  /** A space that must not end a line looks like any other: Backspace takes it away as one expects. */
  unseen: boolean;
}

const seen = (from: number, to: number, text: string): Correction => ({ from, to, text, unseen: false });

/**
 * What the language would have instead of what was just typed; null if nothing. `before` is the text of the block up to
 * the caret, with what was typed as its last sign.
 */
export function correctionOf(language: Language, before: string): Correction | null {
  const end = before.length;
  switch (before.at(-1)) {
    case '"':
      return doubleQuote(language, before.slice(0, -1), end);
    case "'":
      return singleQuote(language, before.slice(0, -1), end);
    case '-':
      return dashOfTwo(language, before, end);
    case ' ':
      return spacedDash(language, before, end) ?? keepTogether(language, before);
    default:
      return keepTogether(language, before);
  }
}

function doubleQuote(language: Language, before: string, end: number): Correction | null {
  const signs = quoteSigns[language];
  const open = openQuotes(before, signs);
  if (opensQuote(before)) return seen(end - 1, end, open.length > 0 ? signs.inner[0] : signs.outer[0]);
  const closing = open.at(-1);
  // 5" is an inch, and seconds of an arc
  if (!closing && /\d$/.test(before)) return null;
  return seen(end - 1, end, signs[closing ?? 'outer'][1]);
}

function singleQuote(language: Language, before: string, end: number): Correction | null {
  if (/[\p{L}\p{N}.,!?…]$/u.test(before)) {
    const isFoot = /\d$/.test(before) && language !== 'en';
    return isFoot ? null : seen(end - 1, end, '’');
  }
  return language === 'en' && opensQuote(before) ? seen(end - 1, end, '‘') : null;
}

/** Two hyphens are a dash, a third makes the short one long. */
function dashOfTwo(language: Language, before: string, end: number): Correction | null {
  if (/(?:^|[^-])--$/.test(before)) return seen(end - 2, end, dashes[language]);
  return before.endsWith('–-') ? seen(end - 2, end, '—') : null;
}

/** A hyphen between spaces is a dash, and a dash never begins a line. */
function spacedDash(language: Language, before: string, end: number): Correction | null {
  const hyphen = /[^\s\u00A0-]([ \u00A0])([-–—]) $/u.exec(before);
  if (!hyphen) return null;
  const dash = hyphen[2] === '-' ? dashes[language] : (hyphen[2] ?? '');
  const now = `\u00A0${dash} `;
  if (before.slice(end - 3) === now) return null;
  return { from: end - 3, to: end, text: now, unseen: hyphen[2] !== '-' };
}
