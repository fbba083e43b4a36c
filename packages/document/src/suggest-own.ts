import type { Node } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import { changedRanges } from './changed-ranges.ts';
import { holdsOnlyOwn } from './suggest-removal.ts';
import type { OneId } from './suggester.ts';
import { suggestionId, suggestionMarks, suggestionOf } from './suggestion-marks.ts';
import { withoutSuggestions } from './without-suggestions.ts';

interface Part {
  from: number;
  to: number;
}

/**
 * A change of blocks that this person added themselves, made at once: the line becomes a heading, goes into a list or
 * is split as it would be without suggestions, and is still all added. Null if anything else would change with it, by
 * the measure that the server has too.
 */
export function changedOwn(transaction: Transaction, state: EditorState, id: OneId): Transaction | null {
  if (!transaction.steps.some((step, index) => isOfBlocks(step, transaction.docs[index]))) return null;
  const ranges = changedRanges(transaction.steps);
  const [first, last] = [ranges[0], ranges.at(-1)];
  const own = first && last && ownBlock(state.doc, { from: first.from, to: last.to }, id);
  if (!own) return null;
  id.goOn(own);
  const result = state.tr;
  for (const step of transaction.steps) result.step(step);
  const isMarked = markAdded(result, { from: first.newFrom, to: last.newTo }, standingIn(state.doc, id), id);
  if (!isMarked) return null;
  const isSame = withoutSuggestions(result.doc, id.isMine).eq(withoutSuggestions(state.doc, id.isMine));
  if (!isSame) return null;
  return result.setSelection(Selection.fromJSON(result.doc, transaction.selection.toJSON()));
}

function isOfBlocks(step: Step, before: Node | undefined): boolean {
  if (!(step instanceof ReplaceStep)) return 'pos' in step || 'gapFrom' in step;
  if (step.slice.content.content.some((node) => node.isBlock)) return true;
  return before?.resolve(step.from).sameParent(before.resolve(step.to)) === false;
}

/** The suggestion that added a block at a place, if this person made one there. */
function ownBlock(document: Node, part: Part, id: OneId): string | null {
  let found: string | null = null;
  nearby(document, part, (node) => {
    if (isOwnBlock(node, id)) found ??= suggestionOf(node)?.id ?? null;
    return found === null;
  });
  return found;
}

/** The blocks that were there before this person suggested anything, by their ids. */
function standingIn(document: Node, id: OneId): Set<unknown> {
  const found = new Set<unknown>();
  document.descendants((node) => {
    if (isOwnBlock(node, id)) return false;
    if (node.attrs.id) found.add(node.attrs.id);
    return !node.isTextblock;
  });
  return found;
}

/**
 * Every block that does not stand already becomes an added one, with all that is in it.
 * @returns false, with nothing done, if one that stands is in two parts, of which only one can keep its id
 */
function markAdded(result: Transaction, part: Part, standing: Set<unknown>, id: OneId): boolean {
  const added: number[] = [];
  const seen = new Set<unknown>();
  let isTwice = false;
  nearby(result.doc, part, (node, at) => {
    const { id: name } = node.attrs;
    if (seen.has(name)) isTwice = true;
    if (standing.has(name)) seen.add(name);
    if (!('suggestion' in node.attrs) || node.isInline || standing.has(name)) return true;
    added.push(at);
    return false;
  });
  if (isTwice) return false;
  for (const at of added) markBlock(result, at, id);
  return true;
}

function markBlock(result: Transaction, at: number, id: OneId): void {
  const block = result.doc.nodeAt(at);
  const insertion = result.doc.type.schema.marks.insertion?.create({ id: id.value });
  if (!block || !insertion) return;
  if (suggestionOf(block)?.id !== id.value)
    result.setNodeAttribute(at, 'suggestion', { id: id.value, op: 'insert' });
  block.descendants((node, offset) => {
    const [from, to] = [at + 1 + offset, at + 1 + offset + node.nodeSize];
    // that it is added is said by the block around it; what else is proposed of it stays
    if (isOwnBlock(node, id)) result.setNodeAttribute(from, 'suggestion', null);
    if (!node.isText) return;
    for (const mark of suggestionMarks(node))
      if (mark.type === insertion.type && id.isMine(suggestionId(mark))) result.removeMark(from, to, mark);
    result.addMark(from, to, insertion);
  });
}

/** What stands in a part of a document or touches it, the outer before the inner. */
function nearby(document: Node, { from, to }: Part, look: (node: Node, at: number) => boolean): void {
  document.nodesBetween(Math.max(0, from - 1), Math.min(document.content.size, to + 1), look);
}

/** A block that this person added, and in which there is nothing of others. */
function isOwnBlock(node: Node, id: OneId): boolean {
  const suggestion = node.isBlock ? suggestionOf(node) : null;
  return suggestion?.op === 'insert' && id.isMine(suggestion.id) && holdsOnlyOwn(node, id);
}
