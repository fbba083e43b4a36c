import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Lets go of what did nothing. Tiptap dispatches the transaction of each command, of those too that found nothing to do,
 * and a key asks several (Enter three, Backspace two): each would go through all plugins and be drawn.
 */
export const NothingDone = Extension.create({
  name: 'nothingDone',
  priority: 10_000,
  dispatchTransaction({ transaction, next }) {
    if (!didNothing(transaction)) next(transaction);
  },
});

function didNothing(transaction: Transaction): boolean {
  const { docChanged, selectionSet, storedMarksSet, scrolledIntoView, isGeneric } = transaction;
  return isGeneric && !docChanged && !selectionSet && !storedMarksSet && !scrolledIntoView;
}
