import type { Node } from '@tiptap/pm/model';
import { blockText } from '../text/changed-range.ts';
import { lineNames, linesOf, type LineName } from '../text/block-fields.ts';
import type { Match } from './find-query.ts';

/** A text that is looked through: the words of a text block, or a line that a block says beside its words. */
export interface LookedThrough {
  text: string;
  /** Null for the words of a text block. */
  line: LineName | null;
  /** The place of the block. */
  at: number;
  size: number;
}

/** A found passage and where it stands in the document; one in a line stands in the whole block. */
export interface FoundPlace {
  from: number;
  to: number;
  line: LineName | null;
  match: Match;
}

/** Everything that is looked through in a range, and in the blocks around it. */
export function textsIn(document: Node, from: number, to: number): LookedThrough[] {
  const texts: LookedThrough[] = [];
  const { size } = document.content;
  document.nodesBetween(Math.max(0, from - 1), Math.min(size, to + 1), (node, at) => {
    const place = { at, size: node.nodeSize };
    for (const { name, text } of linesOf(node)) texts.push({ ...place, line: name, text });
    if (!node.isTextblock) return true;
    texts.push({ ...place, line: null, text: blockText(node) });
    return false;
  });
  return texts;
}

/** What was found there. */
export function wordsAt(document: Node, { from, to, line, match }: FoundPlace): string {
  if (line === null) return document.textBetween(from, to);
  const said: unknown = document.nodeAt(from)?.attrs[line];
  return typeof said === 'string' ? said.slice(match.from, match.to) : '';
}

/** Where one reads it: a title comes before what stands in its block, everything else at its end. */
export const readAt = ({ from, to, line }: FoundPlace): number =>
  line === null || line === 'title' ? from : to - 1;

/** In the order in which one reads them. */
export function inOrder(one: FoundPlace, other: FoundPlace): number {
  return (
    readAt(one) - readAt(other) ||
    lineNames.indexOf(one.line ?? 'title') - lineNames.indexOf(other.line ?? 'title') ||
    one.match.from - other.match.from
  );
}

/** Whether one comes after a place whose words have become so long. */
export function isBehind(one: FoundPlace, place: FoundPlace, length: number): boolean {
  if (place.line === null) return readAt(one) >= place.from + length;
  const isInLine = one.from === place.from && one.line === place.line;
  return isInLine ? one.match.from >= place.match.from + length : inOrder(one, place) > 0;
}
