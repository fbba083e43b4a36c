import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import { changedRanges, type ChangedRange } from './changed-ranges.ts';
import { comesAlong, selectionAlong } from './selection-along.ts';
import { suggestInsertion } from './suggest-insertion.ts';
import { changedOwn } from './suggest-own.ts';
import { suggestRemoval } from './suggest-removal.ts';
import { suggestSteps } from './suggest-turn.ts';
import { OneId, type Suggester } from './suggester.ts';
import { directMeta, suggestedMeta } from './suggestion-meta.ts';

/**
 * The transaction as a suggestion: text is added and struck out by marks, blocks are proposed by their attribute, and
 * what stood before is still there unchanged. What the person suggested earlier is changed for good.
 * Throws `CannotSuggest`.
 */
export function suggested(transaction: Transaction, state: EditorState, suggester: Suggester): Transaction {
  const own = changedOwn(transaction, state, new OneId(suggester));
  const result = own ?? state.tr;
  if (!own) suggestAll(transaction, state, result, suggester);
  if (transaction.storedMarksSet) result.setStoredMarks(transaction.storedMarks);
  if (transaction.scrolledIntoView) result.scrollIntoView();
  for (const key of ['uiEvent', 'paste', 'composition', 'addToHistory', 'inputType', 'preventUpdate']) {
    const value: unknown = transaction.getMeta(key);
    if (value !== undefined) result.setMeta(key, value);
  }
  return result.setMeta(suggestedMeta, true);
}

function suggestAll(
  transaction: Transaction,
  state: EditorState,
  result: Transaction,
  suggester: Suggester,
): void {
  const id = new OneId(suggester);
  const isPlain = transaction.steps.every(
    (step) => step instanceof ReplaceStep || step instanceof AddMarkStep || step instanceof RemoveMarkStep,
  );
  const isOfLines = isPlain || lineMove(transaction, state) !== null;
  const caret = isOfLines
    ? suggestRanges(transaction, state, result, id)
    : suggestSteps(transaction, state, result, id);
  if (caret instanceof Selection) result.setSelection(caret);
  else if (caret !== null)
    result.setSelection(Selection.near(result.doc.resolve(Math.min(caret, result.doc.content.size)), -1));
  else if (transaction.selectionSet) moveSelection(transaction, result);
}

/** Whether the transaction is left as it is: it changes nothing, only moves comments, or says so itself. */
export function isDirect(transaction: Transaction): boolean {
  return (
    !transaction.docChanged ||
    transaction.getMeta(directMeta) === true ||
    transaction.steps.every(
      (step) =>
        (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment',
    )
  );
}

/** From the last to the first, so that earlier positions hold. @returns where the caret belongs. */
function suggestRanges(
  transaction: Transaction,
  state: EditorState,
  result: Transaction,
  id: OneId,
): number | Selection | null {
  let caret: { at: number; mapped: number } | null = null;
  let along: (() => Selection) | null = null;
  const isOfMarks = !transaction.steps.some((step) => step instanceof ReplaceStep);
  for (const range of rangesIn(transaction, state).reverse()) {
    const { from, to, newFrom, newTo } = range;
    if (isOfMarks) id.continueIn(state, from, to);
    else id.continueAt(state, from, to);
    const before = result.steps.length;
    const slice = transaction.doc.slice(newFrom, newTo);
    const end = suggestInsertion(result, to, slice, id);
    const afterInsertion = result.steps.length;
    if (end !== null && comesAlong(transaction, slice, range))
      along = () => selectionAlong(transaction, range, result, { end: end + 1, added: afterInsertion });
    suggestRemoval(result, from, to, id);
    const removal = result.mapping.slice(afterInsertion);
    if (caret) caret.at = result.mapping.slice(before).map(caret.at);
    const at = end === null ? removal.map(besideRemoved(state, from, to)) : removal.map(end);
    caret ??= { at, mapped: before };
  }
  if (along) return along();
  const keepsSelection = !transaction.selectionSet && !touchesSelection(state, transaction);
  return keepsSelection ? null : (caret?.at ?? null);
}

function rangesIn(transaction: Transaction, state: EditorState): ChangedRange[] {
  const move = lineMove(transaction, state);
  if (!move) return changedRanges(transaction.steps);
  const { from, gapFrom, insert } = move;
  return [{ from, to: gapFrom, newFrom: from, newTo: from + insert }];
}

/** Blocks that come into the middle of a line, the end of which moves into the last of them. */
function lineMove({ steps }: Transaction, { doc }: EditorState): ReplaceAroundStep | null {
  const [step] = steps;
  const isMove = steps.length === 1 && step instanceof ReplaceAroundStep;
  if (!isMove) return null;
  const [$from, $gap] = [doc.resolve(step.from), doc.resolve(step.gapFrom)];
  return $from.parent.isTextblock && $gap.parent.isTextblock && step.gapTo === $gap.end() ? step : null;
}

/** Backspace goes before what it strikes out, Delete behind it, so that the next press takes the next letter. */
function besideRemoved(state: EditorState, from: number, to: number): number {
  const { selection } = state;
  return selection.empty && selection.head === from ? to : from;
}

function touchesSelection({ selection }: EditorState, { steps }: Transaction): boolean {
  return changedRanges(steps).some(({ from, to }) => from <= selection.to && to >= selection.from);
}

function moveSelection(transaction: Transaction, result: Transaction): void {
  const back = transaction.mapping.invert();
  const place = (position: number) => result.mapping.map(back.map(position));
  const { from } = transaction.selection;
  result.setSelection(Selection.near(result.doc.resolve(Math.min(place(from), result.doc.content.size))));
}
