import { countWords } from '@broadsheet/document/render';

/** How long a text is. */
export interface TextCounts {
  words: number;
  characters: number;
  /** Without spaces. */
  letters: number;
  /** Reading time; 0 for nothing. */
  minutes: number;
}

const wordsPerMinute = 200;

/** Counts a text; a line end is no character. A sign of several code units, such as a flag, is one character. */
export function countsOf(text: string): TextCounts {
  const words = countWords(text);
  let [characters, letters] = [0, 0];
  for (const sign of text) {
    if (/[\n\u00AD\u200B-\u200D\uFFFC\p{M}]/u.test(sign)) continue;
    characters++;
    if (!/\s/u.test(sign)) letters++;
  }
  return {
    words,
    characters,
    letters,
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)),
  };
}
