import type { Language, MarkedText } from '@broadsheet/types';
import type { Stem } from './stems.service.ts';
import { initialOf, wordsOf, type Word } from './words.ts';

type Stemmed = ReadonlyMap<string, Stem>;

/** How many characters a snippet shows. */
const snippetLength = 220;

/** The words of a text that may have one of the keys: a key begins as its words do. The others are not worth a stem. */
export const likelyWords = (text: string, language: Language, keys: ReadonlySet<string>): Word[] =>
  wordsOf(text, language, new Set([...keys].map(initialOf)));

/** The text with the words marked whose keys were looked for. */
export function markWords(
  text: string,
  language: Language,
  stems: Stemmed,
  keys: ReadonlySet<string>,
): MarkedText {
  return {
    text,
    marks: found(likelyWords(text, language, keys), stems, keys).map(({ start, end }) => [start, end]),
  };
}

/** Which keys the marked words of a text have. */
export const markedKeys = ({ text, marks }: MarkedText, language: Language, stems: Stemmed): Set<string> =>
  new Set(
    marks
      .flatMap(([start, end]) => wordsOf(text.slice(start, end), language))
      .map((word) => stems.get(word.text)?.key ?? word.text),
  );

/** The passage of a text with the most of the keys, cut at words. Null when none of them stands in it. */
export function snippetOf(
  text: string,
  language: Language,
  stems: Stemmed,
  keys: ReadonlySet<string>,
): MarkedText | null {
  const hits = found(likelyWords(text, language, keys), stems, keys);
  const best = richest(hits, stems);
  if (!best) return null;
  const from = beginAt(text, language, best.start);
  const until = endAt(text, language, from + snippetLength);
  const lead = from > 0 ? '… ' : '';
  const shown = `${lead}${text.slice(from, until).replace(/\s/g, ' ').trimEnd()}${until < text.length ? ' …' : ''}`;
  const shift = lead.length - from;
  return {
    text: shown,
    marks: hits
      .filter(({ start, end }) => start >= from && end <= until)
      .map(({ start, end }) => [start + shift, end + shift]),
  };
}

const found = (words: Word[], stems: Stemmed, keys: ReadonlySet<string>): Word[] =>
  words.filter((word) => keys.has(stems.get(word.text)?.key ?? word.text));

/** The first hit of the window with the most different keys. */
function richest(hits: Word[], stems: Stemmed): Word | null {
  let best: Word | null = null;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const inWindow = new Set<string>();
    for (let i = index; i < hits.length && (hits[i]?.end ?? 0) <= hit.start + snippetLength * 0.8; i++) {
      const word = hits[i]?.text ?? '';
      inWindow.add(stems.get(word)?.key ?? word);
    }
    if (inWindow.size > most) [best, most] = [hit, inWindow.size];
  }
  return best;
}

/** No word that is cut within a passage is looked for further away. */
const near = 80;

/** The beginning of the sentence, where it is near; else of a word a little before. */
function beginAt(text: string, language: Language, at: number): number {
  if (at < 60) return 0;
  const from = Math.max(0, at - near);
  const before = text.slice(from, at);
  const sentence = /[.!?։…\n]\s+(?=[^.!?։…\n]*$)/.exec(before);
  if (sentence) return from + sentence.index + sentence[0].length;
  const word = wordsOf(before, language).find(({ start }) => from + start >= at - near / 2);
  return word ? from + word.start : at;
}

function endAt(text: string, language: Language, limit: number): number {
  if (limit >= text.length) return text.length;
  const from = Math.max(0, limit - near);
  const word = wordsOf(text.slice(from, limit + near), language).findLast(({ end }) => from + end <= limit);
  return word ? from + word.end : limit;
}
