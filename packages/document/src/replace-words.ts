import type * as Y from 'yjs';
import { compareWords } from './compare-words.ts';

/**
 * Makes the words of a line these, touching only what differs: letters that somebody else types between two passages
 * stay between them. Marks are left to whoever sets them for the whole line.
 */
export function replaceWords(line: Y.XmlText, wanted: string): void {
  let at = 0;
  let [gone, come] = ['', ''];
  const settle = () => {
    const start = sharedStart(gone, come);
    const end = sharedEnd(gone.slice(start), come.slice(start));
    line.delete(at + start, gone.length - start - end);
    line.insert(at + start, come.slice(start, come.length - end));
    at += come.length;
    [gone, come] = ['', ''];
  };
  for (const { text, change } of compareWords(wordsOf(line), wanted)) {
    if (change === 'removed') gone += text;
    else if (change === 'added') come += text;
    else {
      settle();
      at += text.length;
    }
  }
  settle();
}

function wordsOf(line: Y.XmlText): string {
  const runs = line.toDelta() as { insert: unknown }[];
  return runs.reduce((words, { insert }) => words + (typeof insert === 'string' ? insert : ''), '');
}

/** So long is what both begin with, in whole signs. */
function sharedStart(one: string, other: string): number {
  const [signs, others] = [[...one], [...other]];
  const differs = signs.findIndex((sign, place) => sign !== others[place]);
  return signs.slice(0, differs < 0 ? signs.length : differs).join('').length;
}

const sharedEnd = (one: string, other: string): number => sharedStart(backwards(one), backwards(other));
const backwards = (text: string): string => [...text].reverse().join('');
