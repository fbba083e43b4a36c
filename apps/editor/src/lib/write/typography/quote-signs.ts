import type { Language, QuoteSigns } from '@broadsheet/types';

/** The dash between parts of a sentence. British English and Azerbaijani take the shorter one. */
export const dashes: Record<Language, string> = { az: '–', ru: '—', en: '–', hy: '—' };

const opensAfter = /[\s\u00A0([{«„“‘—–/-]$/u;

/** Whether a quotation mark after this text opens one. “ opens in English, and closes in Azerbaijani and Russian. */
export function opensQuote(before: string, { inner }: QuoteSigns): boolean {
  return before === '' || (opensAfter.test(before) && !before.endsWith(inner[1]));
}

/** Which quotations are open at the end of a text, the innermost last. */
export function openQuotes(before: string, signs: QuoteSigns): ('outer' | 'inner')[] {
  const { outer, inner } = signs;
  const open: ('outer' | 'inner')[] = [];
  // ’ closes an English inner quotation, and is an apostrophe too
  const isPlain = inner[1] !== '’';
  for (let at = 0; at < before.length; at += 1) {
    const sign = before.charAt(at);
    const depth = open.at(-1);
    if (sign === inner[1] && depth === 'inner') {
      if (isPlain || !/^[\p{L}]/u.test(before.slice(at + 1, at + 3))) open.pop();
    } else if (sign === outer[1] && depth === 'outer') open.pop();
    else if (sign === outer[0] && !open.includes('outer')) open.push('outer');
    else if (sign === inner[0] && depth !== 'inner' && (isPlain || depth === 'outer')) {
      if (opensQuote(before.slice(Math.max(0, at - 1), at), signs)) open.push('inner');
    }
  }
  return open;
}
