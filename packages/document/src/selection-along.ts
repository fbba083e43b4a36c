import type { Node, Slice } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import type { ChangedRange } from './changed-ranges.ts';
import { suggestionMarks } from './suggestion-marks.ts';

/** Whether whole blocks come with the selection in them, as those do that are moved or copied. */
export function comesAlong(
  { selection, selectionSet }: Transaction,
  { content, openStart, openEnd }: Slice,
  { newFrom, newTo }: ChangedRange,
): boolean {
  const isOfBlocks = openStart === 0 && openEnd === 0 && content.firstChild?.isBlock === true;
  return selectionSet && isOfBlocks && selection.from >= newFrom && selection.to <= newTo;
}

/**
 * The selection at the same letters of blocks that are suggested.
 * @param end where the last of them ends in the suggestion
 * @param added how many steps there were when they were added
 */
export function selectionAlong(
  { doc, selection }: Transaction,
  { newTo }: ChangedRange,
  result: Transaction,
  { end, added }: { end: number; added: number },
): Selection {
  const since = result.mapping.slice(added);
  const place = (position: number) => since.map(end - newTo + position + struckSize(doc, position, newTo));
  const json = Object.entries(selection.toJSON() as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === 'number' ? place(value) : value,
  ]);
  return Selection.fromJSON(result.doc, Object.fromEntries(json));
}

/** How long the words are that are struck out already: a copy has none of them. */
function struckSize(document: Node, from: number, to: number): number {
  let size = 0;
  document.nodesBetween(from, to, (node, at) => {
    const isStruck = node.isText && suggestionMarks(node).some(({ type }) => type.name === 'deletion');
    if (isStruck) size += Math.min(at + node.nodeSize, to) - Math.max(at, from);
  });
  return size;
}
