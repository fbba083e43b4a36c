import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { changedRanges } from './changed-ranges.ts';
import { suggestionId, suggestionMarksThrough } from './suggestion-marks.ts';

/**
 * Keeps text that is being typed directly out of suggestions: what somebody writes inside a suggestion of another is
 * neither part of it nor struck out with it. Whole blocks that are moved keep what stands on them.
 */
export function typedApart(transaction: Transaction): Transaction {
  const isTyped = transaction.steps.every(
    (step) => step instanceof ReplaceStep && step.slice.content.content.every((node) => node.isInline),
  );
  if (!isTyped) return transaction;
  const { apart, insertion, deletion } = transaction.doc.type.schema.marks;
  if (!apart || !insertion || !deletion) return transaction;
  for (const { newFrom, newTo } of changedRanges(transaction.steps)) {
    if (newFrom === newTo) continue;
    for (const type of [apart, insertion, deletion]) transaction.removeMark(newFrom, newTo, type);
    const { nodeBefore } = transaction.doc.resolve(newFrom);
    const { nodeAfter } = transaction.doc.resolve(newTo);
    for (const mark of suggestionMarksThrough(nodeBefore, nodeAfter))
      transaction
        .addMark(newFrom, newTo, mark)
        .addMark(newFrom, newTo, apart.create({ id: suggestionId(mark) }));
  }
  return transaction;
}
