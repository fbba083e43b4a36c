import type { BlockTurn } from '@broadsheet/types';
import type { Attrs, Fragment, Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { AttrStep, Mapping, ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import { suggestInsertion } from './suggest-insertion.ts';
import { holdsOnlyOwn, isOwnMark, suggestRemoval } from './suggest-removal.ts';
import { CannotSuggest, type OneId } from './suggester.ts';
import { splitSign, suggestionOf } from './suggestion-marks.ts';

/** Step by step: for changes of blocks, whose steps build on each other. Throws `CannotSuggest`. */
export function suggestSteps(
  transaction: Transaction,
  state: EditorState,
  result: Transaction,
  id: OneId,
): number | null {
  let caret: number | null = null;
  transaction.steps.forEach((step, index) => {
    const place = placeAfter(transaction.steps.slice(0, index), result);
    const document = transaction.docs[index] ?? state.doc;
    if (step instanceof AttrStep)
      turn(result, place(step.pos), { attrs: { [step.attr]: jsonOf(step.value) } }, id);
    else if (step instanceof ReplaceAroundStep) suggestAround(result, document, step, place, id);
    else if (step instanceof ReplaceStep) caret = suggestReplace(result, step, place, id) ?? caret;
    else throw new CannotSuggest('shape');
  });
  return caret;
}

type Place = (position: number, side?: -1 | 1) => number;

/** Where a position among the original's steps stands in the suggestion. */
function placeAfter(before: readonly Step[], result: Transaction): Place {
  const back = new Mapping(before.map((step) => step.getMap())).invert();
  return (position, side = 1) => result.mapping.map(back.map(position, side), side);
}

function suggestReplace(result: Transaction, step: ReplaceStep, place: Place, id: OneId): number | null {
  const [from, to] = [place(step.from, -1), place(step.to, 1)];
  // wrapping several lines splits what is around them: accepting does that again
  const isBare = step.from === step.to && step.slice.content.content.every((node) => node.textContent === '');
  if (isBare && step.slice.openStart > 0 && !result.doc.resolve(to).parent.isTextblock) return null;
  // so do line ends that become breaks, or the other way round, when code becomes text
  if (isLineEnd(result.doc.slice(from, to).content) && isLineEnd(step.slice.content)) return null;
  const end = suggestInsertion(result, to, step.slice, id);
  const mapped = result.mapping.maps.length;
  suggestRemoval(result, from, to, id);
  return result.mapping.slice(mapped).map(end ?? from);
}

const isLineEnd = ({ childCount, firstChild }: Fragment): boolean =>
  childCount === 1 && (firstChild?.type.name === 'hardBreak' || firstChild?.text === '\n');

/** A block that becomes another, goes into something or comes out of it. */
function suggestAround(
  result: Transaction,
  document: Node,
  step: ReplaceAroundStep,
  place: Place,
  id: OneId,
): void {
  const { slice, from, to, gapFrom, gapTo, insert } = step;
  const inner = slice.content.firstChild;
  const isTurn = gapFrom === from + 1 && gapTo === to - 1 && insert === 1 && slice.content.childCount === 1;
  if (isTurn && inner && slice.openStart === 0 && slice.openEnd === 0) {
    const old = document.nodeAt(from);
    if (old) turn(result, place(from), difference(old, inner), id);
    return;
  }
  if (gapFrom === from && gapTo === to && inner && slice.openStart === 0 && slice.openEnd === 0) {
    const wrap = wrappers(inner);
    return each(document, gapFrom, gapTo, (at) => turn(result, place(at), { wrap }, id));
  }
  if (isSink(document, step)) return each(document, gapFrom, gapTo, (at) => sink(result, place(at), id));
  if (!isLift(document, step)) throw new CannotSuggest('shape');
  each(document, gapFrom, gapTo, (at) => lift(result, place(at), id));
}

function each(document: Node, from: number, to: number, work: (at: number) => void): void {
  const $from = document.resolve(from);
  for (let at = from, index = $from.index(); at < to; index++) {
    const child = $from.parent.child(index);
    work(at);
    at += child.nodeSize;
  }
}

const wrappers = (node: Node): string[] => [
  node.type.name,
  ...(node.firstChild ? wrappers(node.firstChild) : []),
];

/** What is left around the gap holds nothing of its own: the blocks come out of what held them. */
function isLift(document: Node, { from, to, gapFrom, gapTo, slice }: ReplaceAroundStep): boolean {
  const isBare = slice.content.content.every((node) => node.textContent === '' && !node.isAtom);
  const around = document.textBetween(from, gapFrom) + document.textBetween(gapTo, to);
  const comesOut =
    gapFrom === from
      ? slice.openStart > 0 || slice.openEnd > 0
      : document.resolve(gapFrom).depth > document.resolve(from).depth;
  return isBare && around === '' && comesOut;
}

/** Items of a list go into the one that stands before them. */
function isSink(document: Node, { from, to, gapFrom, gapTo, slice }: ReplaceAroundStep): boolean {
  const $gap = document.resolve(gapFrom);
  const isItem = $gap.parent.type.name.endsWith('List') && $gap.nodeBefore !== null;
  return (
    isItem && from < gapFrom && to === gapTo && slice.openStart === gapFrom - from && slice.openEnd === 0
  );
}

function sink(result: Transaction, at: number, id: OneId): void {
  if (withdrawn(result, [at, at + 1], 'lift', id)) return;
  turn(result, at, { sink: true }, id);
}

function lift(result: Transaction, at: number, id: OneId): void {
  const $at = result.doc.resolve(at);
  const holder = $at.depth > 0 ? [$at.before()] : [];
  if (!withdrawn(result, [at, ...holder], 'sink', id)) turn(result, at, { lift: true }, id);
}

/** Whether one of these blocks was suggested by the same person to go the other way: that is taken back. */
function withdrawn(result: Transaction, places: readonly number[], way: 'lift' | 'sink', id: OneId): boolean {
  for (const at of places) {
    const node = result.doc.nodeAt(at);
    const present = node && suggestionOf(node);
    if (present?.op !== 'turn' || !present.next[way] || !id.isMine(present.id)) continue;
    const { [way]: _, ...next } = present.next;
    result.setNodeAttribute(at, 'suggestion', Object.keys(next).length > 0 ? { ...present, next } : null);
    return true;
  }
  return false;
}

function difference(old: Node, wanted: Node): BlockTurn {
  const attributes: Record<string, ReturnType<typeof jsonOf>> = {};
  for (const [name, value] of Object.entries(wanted.attrs)) {
    if (name !== 'id' && name !== 'suggestion' && old.attrs[name] !== value) attributes[name] = jsonOf(value);
  }
  return {
    ...(wanted.type !== old.type && { type: wanted.type.name }),
    ...(Object.keys(attributes).length > 0 && { attrs: attributes }),
  };
}

type Json = NonNullable<BlockTurn['attrs']>[string];
const jsonOf = (value: unknown) => (value === undefined ? null : value) as Json;

/**
 * Proposes a change of a block; on a block that this person added it is made at once. Not where somebody has written
 * since, with which the block is there to stay.
 */
function turn(result: Transaction, at: number, next: BlockTurn, id: OneId): void {
  const node = result.doc.nodeAt(at);
  if (!node || !('suggestion' in node.attrs)) throw new CannotSuggest('shape');
  const present = suggestionOf(node);
  if (present && !id.isMine(present.id)) throw new CannotSuggest('taken');
  const isOwn = present?.op === 'insert' && holdsOnlyOwn(node, id);
  if (isOwn && !next.wrap && !next.lift && !next.sink) return turnOwn(result, at, node, next);
  // an added block in which others have written too can be neither changed nor proposed to change
  if (present?.op === 'insert' || isSplit(node, id)) throw new CannotSuggest('shape');
  if (present && present.op !== 'turn') throw new CannotSuggest('taken');
  const whole = withoutNothing(node, present ? combined(present.next, next) : next);
  const suggestion = whole && { id: present?.id ?? id.value, op: 'turn', next: whole };
  result.setNodeAttribute(at, 'suggestion', suggestion);
}

/** Whether a line, or the first of an item, is to be split: what is behind has no block of its own yet to become another. */
function isSplit(node: Node, id: OneId): boolean {
  const line = node.type.name.endsWith('Item') ? node.firstChild : node;
  if (!line?.isTextblock) return false;
  return line.children.some(
    (text) => text.text?.includes(splitSign) && isOwnMark(text, 'insertion', id.isMine),
  );
}

function turnOwn(result: Transaction, at: number, node: Node, next: BlockTurn): void {
  const type = result.doc.type.schema.nodes[next.type ?? node.type.name] ?? node.type;
  result.setNodeMarkup(at, type, { ...node.attrs, ...(next.attrs as Attrs | undefined) });
}

function combined(first: BlockTurn, second: BlockTurn): BlockTurn {
  return {
    ...first,
    ...second,
    ...((first.attrs ?? second.attrs) && { attrs: { ...first.attrs, ...second.attrs } }),
  };
}

/** Without what the block is already; null if nothing remains to be proposed. */
function withoutNothing(node: Node, { type, attrs, ...rest }: BlockTurn): BlockTurn | null {
  const isOther = type !== undefined && type !== node.type.name;
  const wanted = Object.entries(attrs ?? {}).filter(([name, value]) => isOther || node.attrs[name] !== value);
  const next: BlockTurn = {
    ...rest,
    ...(isOther && { type }),
    ...(wanted.length > 0 && { attrs: Object.fromEntries(wanted) }),
  };
  return Object.keys(next).length > 0 ? next : null;
}
