import type { Language } from '@broadsheet/types';
import type { Stems } from './stems.service.ts';
import { wordsOf, type Word } from './words.ts';

/** A part of what a reader typed: a word, words in quotes that stand together, and whether it must not be there. */
interface Part {
  words: Word[];
  isExcluded: boolean;
}

/** What a reader typed, as the index can be asked for it. */
export interface ParsedQuery {
  /** A tsquery, or null when there is nothing to look for. */
  tsquery: string | null;
  /** Met wherever the other is, and answered by the index alone: phrases as single words. */
  loose: string;
  /** Every key that is looked for, to mark what was found. */
  keys: ReadonlySet<string>;
  /** The words that are looked for one by one, in the order and at the places in which they were typed. */
  words: readonly (Word & { keys: readonly string[] })[];
}

/** More words than this say nothing new. */
const mostWords = 12;

/**
 * Reads a query: words of which all must be there, "words in quotes" that stand together, -words that must not.
 * Whatever else is typed separates words; no query is wrong.
 */
export async function parseQuery(stems: Stems, language: Language, typed: string): Promise<ParsedQuery> {
  const parts = partsOf(typed, language);
  const known = await stems.of(
    language,
    parts.flatMap(({ words }) => words.map((word) => word.text)),
  );
  const isStopWord = ({ words: [word], words }: Part) =>
    words.length === 1 && known.get(word?.text ?? '')?.isStopWord === true;
  const wanted = parts.filter(({ isExcluded }) => !isExcluded);
  const telling = wanted.filter((part) => !isStopWord(part));
  const asked = telling.length > 0 ? telling : wanted;
  const excluded = parts.filter(({ isExcluded }) => isExcluded);

  const words: (Word & { keys: string[] })[] = [];
  const conditions: string[] = [];
  for (const part of asked) {
    const keys = await Promise.all(part.words.map((word) => stems.queryKeys(language, word.text)));
    conditions.push(`(${keys.map(anyOf).join(' <-> ')})`);
    for (const [index, word] of part.words.entries()) words.push({ ...word, keys: keys[index] ?? [] });
  }
  if (conditions.length === 0) return { tsquery: null, loose: '', keys: new Set(), words: [] };
  const loose = words.map(({ keys }) => `(${anyOf(keys)})`).join(' & ');
  for (const part of excluded) {
    const keys = part.words.map((word) => known.get(word.text)?.key ?? word.text);
    conditions.push(`!(${keys.map((key) => anyOf([key])).join(' <-> ')})`);
  }
  return { tsquery: conditions.join(' & '), loose, keys: new Set(words.flatMap(({ keys }) => keys)), words };
}

/** Keys consist of letters and digits, so that quotes suffice. */
const anyOf = (keys: readonly string[]): string => `(${keys.map((key) => `'${key}'`).join(' | ')})`;

function partsOf(typed: string, language: Language): Part[] {
  const quotes = quotedParts(typed);
  const parts: Part[] = [];
  for (const word of wordsOf(typed, language).slice(0, mostWords)) {
    const quote = quotes.find(({ start, end }) => word.start >= start && word.end <= end);
    const isExcluded = isMinus(typed, quote ? quote.start - 1 : word.start);
    if (!quote) parts.push({ words: [word], isExcluded });
    else if (quote.part) quote.part.words.push(word);
    else parts.push((quote.part = { words: [word], isExcluded }));
  }
  return parts;
}

/** A minus before a word, where it is not a hyphen within one. */
const isMinus = (typed: string, at: number): boolean =>
  /[-−–]/.test(typed[at - 1] ?? '') && /^\s?$/.test(typed[at - 2] ?? '');

const quotationMarks = /["“”„«»]/g;

/** What stands between quotation marks; one without a second closes nothing. */
function quotedParts(typed: string): { start: number; end: number; part?: Part }[] {
  const marks = [...typed.matchAll(quotationMarks)].map(({ index }) => index);
  const quotes: { start: number; end: number; part?: Part }[] = [];
  for (let i = 0; i + 1 < marks.length; i += 2)
    quotes.push({ start: (marks[i] ?? 0) + 1, end: marks[i + 1] ?? 0 });
  return quotes;
}
