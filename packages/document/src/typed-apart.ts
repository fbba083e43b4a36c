import type { ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { changedRanges } from './changed-ranges.ts';
import { marksOfSuggestions, suggestionId } from './suggestion-marks.ts';

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
    for (const mark of around(transaction.doc.resolve(newFrom), transaction.doc.resolve(newTo)))
      transaction
        .addMark(newFrom, newTo, mark)
        .addMark(newFrom, newTo, apart.create({ id: suggestionId(mark) }));
  }
  return transaction;
}

/** What runs on behind what is typed. */
const around = ({ nodeBefore }: ResolvedPos, { nodeAfter }: ResolvedPos) =>
  marksOfSuggestions(nodeBefore?.marks ?? []).filter((mark) => mark.isInSet(nodeAfter?.marks ?? []));
