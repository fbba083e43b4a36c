import type { Attrs, Mark, Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canJoin, canSplit } from '@tiptap/pm/transform';
import {
  marksOfSuggestions,
  splitSign,
  suggestionId,
  suggestionMarks,
  suggestionOf,
} from './suggestion-marks.ts';
import { turnBlock } from './settle-turn.ts';
import { hasWords, staysEmpty } from './without-suggestions.ts';

export type Verdict = 'accept' | 'reject';

/** Accepts or rejects the suggestions that `isMeant` names. What it leaves is what its author meant, or what was before. */
export function settleSuggestions(
  transaction: Transaction,
  verdict: Verdict,
  isMeant: (id: string) => boolean,
): Transaction {
  const places: number[] = [];
  transaction.doc.descendants((node, position) => {
    const suggestion = suggestionOf(node);
    const ids = [...(suggestion ? [suggestion.id] : []), ...marksOfSuggestions(node.marks).map(suggestionId)];
    const meant = ids.some(isMeant);
    if (meant) places.push(position);
    // what goes as a whole needs no settling within
    return !(meant && verdict === 'accept' && suggestion?.op === 'delete');
  });
  const { doc: original } = transaction;
  const before = transaction.mapping.maps.length;
  const moved: Record<'lift' | 'sink', number[]> = { lift: [], sink: [] };
  // from the last: what is inside a block before the block, and no place moves before its turn
  for (const place of [...places].reverse()) {
    const node = transaction.doc.nodeAt(place);
    const way = node && verdict === 'accept' ? wayOf(node) : null;
    if (node?.isText)
      settleText(transaction, place, node, verdict, isMeant, addedFrom(original.resolve(place), isMeant));
    else if (way) moved[way].push(place);
    else if (node) settleBlock(transaction, place, node, verdict, isMeant);
  }
  const later = (place: number, settle: typeof settleJoin) => {
    const { pos, deleted } = transaction.mapping.slice(before).mapResult(place);
    if (!deleted) settle(transaction, pos, verdict, isMeant);
  };
  // then: what comes out of a block changes where that block stands
  for (const place of moved.lift) later(place, settleMoved);
  // and of items that go into the one before them the first goes first
  for (const place of moved.sink.reverse()) later(place, settleMoved);
  // then: a line is joined to what is left before it, not to what goes
  for (const place of places) later(place, settleJoin);
  return transaction;
}

/** Where a block is to go, in or out. */
function wayOf(node: Node): 'lift' | 'sink' | null {
  const suggestion = suggestionOf(node);
  if (suggestion?.op !== 'turn') return null;
  return suggestion.next.lift ? 'lift' : suggestion.next.sink ? 'sink' : null;
}

function settleMoved(
  transaction: Transaction,
  at: number,
  verdict: Verdict,
  isMeant: (id: string) => boolean,
): void {
  const node = transaction.doc.nodeAt(at);
  if (node && wayOf(node)) settleBlock(transaction, at, node, verdict, isMeant);
}

function settleJoin(
  transaction: Transaction,
  at: number,
  verdict: Verdict,
  isMeant: (id: string) => boolean,
): void {
  const node = transaction.doc.nodeAt(at);
  const suggestion = node && suggestionOf(node);
  if (suggestion?.op !== 'join' || !isMeant(suggestion.id)) return;
  transaction.setNodeAttribute(at, 'suggestion', null);
  if (verdict === 'accept') joinBefore(transaction, at);
}

function settleText(
  transaction: Transaction,
  from: number,
  node: Node,
  verdict: Verdict,
  isMeant: (id: string) => boolean,
  added: number,
): void {
  const to = from + node.nodeSize;
  const isOfMeant = (mark: Mark) => isMeant(suggestionId(mark));
  const meant = suggestionMarks(node).filter(isOfMeant);
  const goes = verdict === 'accept' ? 'deletion' : 'insertion';
  if (meant.some((mark) => mark.type.name === goes)) return void transaction.delete(from, to);
  for (const mark of marksOfSuggestions(node.marks).filter(isOfMeant)) transaction.removeMark(from, to, mark);
  const isAdded = meant.some((mark) => mark.type.name === 'insertion');
  if (isAdded) splitAtSigns(transaction, from, node.text ?? '', added);
}

/** Where that begins which is added at the end of a line: nothing of the line itself is behind it, once all is settled. */
function addedFrom($at: ResolvedPos, isMeant: (id: string) => boolean): number {
  let from = $at.end();
  for (const node of $at.parent.children.toReversed()) {
    if (!suggestionMarks(node).some((mark) => isMeant(suggestionId(mark)))) break;
    from -= node.nodeSize;
  }
  return from;
}

function splitAtSigns(transaction: Transaction, from: number, text: string, added: number): void {
  for (let at = text.lastIndexOf(splitSign); at >= 0; at = at > 0 ? text.lastIndexOf(splitSign, at - 1) : -1)
    splitAt(transaction, from + at, from + at >= added);
}

/** Splits where the sign stood, as Enter would have; where a line can't be split a space takes its place. */
function splitAt(transaction: Transaction, at: number, isAtEnd: boolean): void {
  transaction.delete(at, at + splitSign.length);
  const $at = transaction.doc.resolve(at);
  const { parent } = $at;
  const { paragraph } = transaction.doc.type.schema.nodes;
  const type = parent.type.name === 'heading' && isAtEnd ? paragraph : null;
  const after = { type: type ?? parent.type, attrs: { ...parent.attrs, ...fresh(parent) } };
  const isItem = $at.depth > 1 && $at.node(-1).type.name === 'listItem';
  const item = isItem
    ? [{ type: $at.node(-1).type, attrs: { ...$at.node(-1).attrs, ...fresh($at.node(-1)) } }]
    : [];
  const types = [...item, after];
  if (canSplit(transaction.doc, at, types.length, types)) transaction.split(at, types.length, types);
  else transaction.insertText(' ', at);
}

const fresh = (node: Node): Attrs => ({
  ...('id' in node.attrs && { id: null }),
  ...('suggestion' in node.attrs && { suggestion: null }),
});

function settleBlock(
  transaction: Transaction,
  at: number,
  node: Node,
  verdict: Verdict,
  isMeant: (id: string) => boolean,
): void {
  const suggestion = suggestionOf(node);
  // another block may have come to stand here when this one went with what held it
  if (!suggestion || suggestion.op === 'join' || !isMeant(suggestion.id)) return;
  const goes = suggestion.op === (verdict === 'accept' ? 'delete' : 'insert');
  if (goes && (verdict === 'accept' || !hasWords(node.content))) return removeBlock(transaction, at);
  transaction.setNodeAttribute(at, 'suggestion', null);
  if (verdict === 'accept' && suggestion.op === 'turn') turnBlock(transaction, at, suggestion.next);
}

/** Removes a block, and what held it if nothing else is in there. */
function removeBlock(transaction: Transaction, at: number): void {
  const $at = transaction.doc.resolve(at);
  let [from, to] = [at, at + ($at.nodeAfter?.nodeSize ?? 0)];
  let depth = $at.depth;
  while (depth > 0 && $at.node(depth).childCount === 1 && !staysEmpty($at.node(depth))) {
    [from, to] = [$at.before(depth), $at.after(depth)];
    depth -= 1;
  }
  const holder = $at.node(depth);
  const isLast = holder.childCount === 1 && !holder.isTextblock && !holder.canReplace(0, 1);
  const empty = isLast ? transaction.doc.type.schema.nodes.paragraph?.create() : null;
  if (empty) transaction.replaceWith(from, to, empty);
  else transaction.delete(from, to);
}

function joinBefore(transaction: Transaction, at: number): void {
  const before = transaction.doc.resolve(at).nodeBefore;
  const node = transaction.doc.nodeAt(at);
  if (before?.isTextblock && node?.isTextblock && before.type !== node.type)
    // code has no marks: what a line has of them goes with the joining, as it does without a suggestion
    transaction.setBlockType(at, at + node.nodeSize, before.type, { ...before.attrs, suggestion: null });
  if (canJoin(transaction.doc, at) && before?.isTextblock) transaction.join(at);
}
