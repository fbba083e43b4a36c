import type { Node } from '@tiptap/pm/model';
import { Mapping, StepMap } from '@tiptap/pm/transform';

/** The part of a document that is new, and how places outside it moved. */
export interface ChangedRange {
  from: number;
  to: number;
  mapping: Mapping;
}

/**
 * What differs between two documents; null if nothing does. Transactions say it too, but what others type arrives as
 * one step that replaces the whole document. Blocks that stayed are the same objects, so that a key press costs little.
 */
export function changedRange(before: Node, after: Node): ChangedRange | null {
  if (before === after) return null;
  const start = before.content.findDiffStart(after.content);
  if (start === null) return null;
  const end = before.content.findDiffEnd(after.content);
  if (!end) return null;
  // where a letter is doubled the two searches overlap
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const [oldEnd, newEnd] = [end.a + overlap, end.b + overlap];
  return {
    from: start,
    to: newEnd,
    mapping: new Mapping([new StepMap([start, oldEnd - start, newEnd - start])]),
  };
}

/** The text blocks that touch a range, each with its place. */
export function textBlocksIn(document: Node, from: number, to: number): { block: Node; at: number }[] {
  const found: { block: Node; at: number }[] = [];
  const { size } = document.content;
  document.nodesBetween(Math.max(0, from - 1), Math.min(size, to + 1), (node, at) => {
    if (!node.isTextblock) return true;
    found.push({ block: node, at });
    return false;
  });
  return found;
}

/** A block's text in which each place counts as one sign, as it does in the document. */
export function blockText(block: Node, to = block.content.size): string {
  return block.textBetween(0, to, undefined, '\uFFFC');
}
