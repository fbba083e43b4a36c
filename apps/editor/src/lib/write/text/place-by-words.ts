import { commonEnd, commonStart } from '@broadsheet/document';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { blockText } from './changed-range.ts';

/** So many letters on each side of a place tell it from others. */
const reach = 32;
/** Fewer letters than this may stand anywhere. */
const least = 4;

/** The words around a place in a line: what stands before it, and behind it. */
export interface Around {
  before: string;
  behind: string;
}

export function around({ parent, parentOffset }: ResolvedPos): Around {
  const line = blockText(parent);
  return {
    before: line.slice(Math.max(0, parentOffset - reach), parentOffset),
    behind: line.slice(parentOffset, parentOffset + reach),
  };
}

/**
 * How many of the words around a place stand around another one, if all do that its line has room for: a line that was
 * split between them has some of them alone. Null if others stand there.
 */
export function likeness(words: Around, line: string, offset: number): number | null {
  const before = commonEnd(words.before, line.slice(0, offset));
  const behind = commonStart(words.behind, line.slice(offset));
  const isWhole =
    (before === words.before.length || before === offset) &&
    (behind === words.behind.length || behind === line.length - offset);
  return isWhole ? before + behind : null;
}

/**
 * The place in the lines that are new in a document around which the same words stand. Whoever splits a line, makes a
 * heading of it or moves it has its words copied into a line of their own, and the place in the old one says nothing.
 * @returns null where the words stand nowhere, or are too few to tell
 */
export function placeByWords(words: Around, before: Node, after: Node): number | null {
  const wanted = Math.min(least, words.before.length + words.behind.length);
  if (wanted === 0) return null;
  const known = new Set<Node>();
  before.descendants((node) => void known.add(node));
  let place: number | null = null;
  let most = wanted - 1;
  after.descendants((node, at) => {
    if (known.has(node)) return false;
    if (!node.isTextblock) return true;
    const line = blockText(node);
    for (let offset = 0; offset <= line.length; offset++) {
      const like = likeness(words, line, offset) ?? 0;
      if (like > most) [place, most] = [at + 1 + offset, like];
    }
    return false;
  });
  return place;
}
