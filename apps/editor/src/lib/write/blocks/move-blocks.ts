import { newBlockId } from '@broadsheet/document';
import { Fragment, type Node } from '@tiptap/pm/model';
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { isList, nodesOf, rangeOutside, selectionShifted, type BlockRange } from './block-range.ts';

/**
 * Swaps blocks with their neighbour. At the edge of a list the whole list goes on; at the edge of a box the blocks
 * leave it, or it goes with them where they may not stand alone. False if there is nowhere to go.
 */
export function moveBlocks(tr: Transaction, range: BlockRange, way: -1 | 1): boolean {
  const { parent, first, last, from, to } = range;
  const neighbour = way === -1 ? parent.maybeChild(first - 1) : parent.maybeChild(last + 1);
  if (neighbour) {
    const nodes = nodesOf(range);
    const kept = selectionShifted(tr.selection, way * neighbour.nodeSize);
    // the neighbour stays where it is, for those who write in it and for what a suggestion says of it
    if (way === -1) tr.delete(from, to).insert(from - neighbour.nodeSize, nodes);
    else tr.insert(to + neighbour.nodeSize, nodes).delete(from, to);
    select(tr, kept);
    return true;
  }
  const outside = rangeOutside(tr.doc, range);
  if (!outside) return false;
  if (isList(parent) || !canLeave(range, outside)) return moveBlocks(tr, outside, way);
  return leaveBox(tr, range, outside, way);
}

/** Puts blocks at another place; what holds nothing any more goes. False if they may not stand there. */
export function moveBlocksTo(tr: Transaction, range: BlockRange, place: number): boolean {
  if (place >= range.from && place <= range.to) return false;
  const $place = tr.doc.resolve(place);
  const content = fitted(Fragment.fromArray(nodesOf(range)), $place.parent);
  if (!content || !$place.parent.canReplace($place.index(), $place.index(), content)) return false;
  const id: unknown = nodesOf(range)[0]?.attrs.id;
  if (place > range.to) {
    tr.insert(place, content);
    deleteRange(tr, range);
  } else {
    deleteRange(tr, range);
    tr.insert(place, content);
  }
  const begin = tr.mapping.slice(0).map(place, -1);
  const at = positionOfId(tr.doc, id) ?? begin;
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size))));
  return true;
}

/** Beside a list, where a place for blocks is at the edge of it: they would go into its first item or its last. */
export function outOfList(document: Node, place: number): number {
  const $place = document.resolve(place);
  const { depth, parent } = $place;
  if (depth < 2 || !isList($place.node(-1))) return place;
  const index = $place.index(-1);
  if (index === 0 && $place.parentOffset === 0) return outOfList(document, $place.before(-1));
  const isEnd = index === $place.node(-1).childCount - 1 && $place.parentOffset === parent.content.size;
  return isEnd ? outOfList(document, $place.after(-1)) : place;
}

/** A copy below; its blocks get ids of their own. The selection goes into it. */
export function duplicateBlocks(tr: Transaction, range: BlockRange): boolean {
  const nodes = nodesOf(range);
  const { parent, last } = range;
  if (!parent.canReplace(last + 1, last + 1, Fragment.fromArray(nodes))) return false;
  const kept = selectionShifted(tr.selection, range.to - range.from);
  tr.insert(range.to, nodes.map(copied));
  select(tr, kept);
  return true;
}

/** A comment is about the words it was made at, so a copy is without it. */
function copied(node: Node): Node {
  const comment = node.type.schema.marks.comment;
  if (node.isText) return comment ? node.mark(comment.removeFromSet(node.marks)) : node;
  const attrs = 'id' in node.attrs ? { ...node.attrs, id: newBlockId() } : node.attrs;
  return node.type.create(attrs, Fragment.fromArray(node.children.map(copied)), node.marks);
}

/** Takes blocks out, and what holds nothing after it. A text that has none left gets an empty paragraph. */
export function deleteBlocks(tr: Transaction, range: BlockRange): void {
  deleteRange(tr, range);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(range.from, tr.doc.content.size)), -1));
}

function deleteRange(tr: Transaction, range: BlockRange): void {
  const { parent, first, last, from, to } = range;
  const takesAll = first === 0 && last === parent.childCount - 1;
  const outside = takesAll ? rangeOutside(tr.doc, range) : null;
  if (outside) return deleteRange(tr, outside);
  const paragraph = tr.doc.type.schema.nodes.paragraph;
  if (takesAll && paragraph) tr.replaceWith(from, to, paragraph.create());
  else tr.delete(from, to);
}

const canLeave = (range: BlockRange, outside: BlockRange): boolean =>
  nodesOf(range).length < range.parent.childCount &&
  outside.parent.canReplace(outside.first, outside.first, Fragment.fromArray(nodesOf(range)));

function leaveBox(tr: Transaction, range: BlockRange, outside: BlockRange, way: -1 | 1): boolean {
  const nodes = nodesOf(range);
  const size = range.to - range.from;
  const target = way === -1 ? outside.from : outside.to - size;
  const kept = selectionShifted(tr.selection, target - range.from);
  tr.delete(range.from, range.to).insert(target, nodes);
  select(tr, kept);
  return true;
}

/** Items that go where no list is get one around them, and paragraphs in a list an item. */
function fitted(content: Fragment, parent: Node): Fragment | null {
  const { firstChild } = content;
  if (!firstChild) return null;
  if (parent.type.contentMatch.matchType(firstChild.type)) return content;
  const around = parent.type.contentMatch.findWrapping(firstChild.type);
  if (!around || around.length === 0) return null;
  return around.reduceRight((inner, type) => Fragment.from(type.create(null, inner)), content);
}

function positionOfId(document: Node, id: unknown): number | null {
  let found: number | null = null;
  if (typeof id !== 'string') return null;
  document.descendants((node, position) => {
    if (node.attrs.id === id) found = position;
    return found === null;
  });
  return found;
}

function select(tr: Transaction, json: Record<string, unknown>): void {
  tr.setSelection(Selection.fromJSON(tr.doc, json)).scrollIntoView();
}
