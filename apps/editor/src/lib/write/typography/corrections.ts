import { quoteSigns, type Language } from '@broadsheet/types';
import { keepTogether } from './kept-spaces.ts';
import { dashes, openQuotes, opensQuote } from './quote-signs.ts';

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
      return (
        spacedDash(language, before, end) ?? shortened(language, before) ?? keepTogether(language, before)
      );
    default:
      return (
        apostropheAfterAll(language, before, end) ??
        shortened(language, before) ??
        keepTogether(language, before)
      );
  }
}

/**
 * The same in a field of a block, as one types there. An address is no prose. Ctrl Z gives back what was typed: a field
 * has the browser's own history, and only a command of the browser is a step of that.
 */
export function correctField(event: Event, language: Language): void {
  const { target: field } = event;
  if (!(event instanceof InputEvent) || !(field instanceof HTMLInputElement)) return;
  if (field.type !== 'text' || field.inputMode === 'url') return;
  const caret = field.selectionStart;
  const isTyped = event.inputType === 'insertText' && !event.isComposing && event.data?.length === 1;
  if (!isTyped || caret === null) return;
  const correction = correctionOf(language, field.value.slice(0, caret));
  if (!correction) return;
  const { from, to, text } = correction;
  field.setSelectionRange(from, to);
  document.execCommand('insertText', false, text);
  const end = caret + text.length - (to - from);
  field.setSelectionRange(end, end);
}

function doubleQuote(language: Language, before: string, end: number): Correction | null {
  const signs = quoteSigns[language];
  const open = openQuotes(before, signs);
  const isWithin = open.includes('outer');
  if (opensQuote(before, signs)) return seen(end - 1, end, isWithin ? signs.inner[0] : signs.outer[0]);
  const closing = open.at(-1);
  // 5" is an inch, and seconds of an arc
  if (!closing && /\d$/.test(before)) return null;
  return seen(end - 1, end, signs[closing ?? 'outer'][1]);
}

/** Where ' means a quotation, that has the signs of one inside another. */
function singleQuote(language: Language, before: string, end: number): Correction | null {
  const signs = quoteSigns[language];
  if (opensQuote(before, signs)) return seen(end - 1, end, signs.inner[0]);
  if (!/[\p{L}\p{N}.,!?…»]$/u.test(before)) return null;
  const open = language === 'en' ? undefined : openQuotes(before, signs).at(-1);
  const isClosing = open === 'inner' || (open === 'outer' && signs.inner[1] === signs.outer[1]);
  if (isClosing && !elided.test(before)) return seen(end - 1, end, signs.inner[1]);
  const isFoot = /\d$/.test(before) && language !== 'en';
  return isFoot ? null : seen(end - 1, end, '’');
}

/** д’Артаньян, O’Nil: a word of one letter is no end of a quotation. */
const elided = /(?:^|[\s\u00A0(-])\p{L}$/u;

/** A quotation that ended before the last letter of a word was none: məs’ul. */
function apostropheAfterAll(language: Language, before: string, end: number): Correction | null {
  const { inner, outer } = quoteSigns[language];
  if (before.at(-2) !== inner[1] || inner[1] === '’' || inner[1] === outer[1]) return null;
  return /\p{L}.\p{L}$/u.test(before) ? seen(end - 2, end - 1, '’') : null;
}

const shortenedWord =
  /(?<=^|[\s\u00A0([“—–/-])‘(?=(?:\d\ds|\d\d[\s.,;:!?)]|(?:tis|twas|twere|twill|twould|til|em|n’?)[\s.,;:!?)])$)/iu;
const longestShortened = 12;

/** The English ’90s, ’68, ’tis, ’em begin with an apostrophe, and with no quotation. */
function shortened(language: Language, before: string): Correction | null {
  if (language !== 'en') return null;
  const start = Math.max(0, before.length - longestShortened);
  const at = shortenedWord.exec(before.slice(start))?.index;
  if (at === undefined) return null;
  // ‘10 people died,’ he said: numbers may begin a quotation that stands inside another
  const isNumber = /‘\d\d[^s]$/.test(before);
  if (isNumber && openQuotes(before, quoteSigns.en).includes('outer')) return null;
  return seen(start + at, start + at + 1, '’');
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
