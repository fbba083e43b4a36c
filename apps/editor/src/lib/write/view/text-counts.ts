import { countWords } from '@broadsheet/document/render';
import type { EditorState } from '@tiptap/pm/state';

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

/** How much is selected, cells of a table each by itself; null where that is no text, as of a picture without words. */
export function countsOfSelection({
  doc,
  selection,
}: Pick<EditorState, 'doc' | 'selection'>): TextCounts | null {
  const texts = selection.ranges.map(({ $from, $to }) => doc.textBetween($from.pos, $to.pos, '\n', ' '));
  const text = texts.join('\n');
  return text.trim() === '' ? null : countsOf(text);
}
