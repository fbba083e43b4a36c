import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { changedRanges } from './changed-ranges.ts';

/**
 * Takes the marks of suggestions off text that is being typed directly: what somebody writes inside a suggestion of
 * another is neither part of it nor struck out with it. Whole blocks that are moved keep what stands on them.
 */
export function typedApart(transaction: Transaction): Transaction {
  const { insertion, deletion } = transaction.doc.type.schema.marks;
  const isTyped = transaction.steps.every(
    (step) => step instanceof ReplaceStep && step.slice.content.content.every((node) => node.isInline),
  );
  if (!isTyped || !insertion || !deletion) return transaction;
  for (const { newFrom, newTo } of changedRanges(transaction.steps)) {
    if (newFrom < newTo)
      transaction.removeMark(newFrom, newTo, insertion).removeMark(newFrom, newTo, deletion);
  }
  return transaction;
}
