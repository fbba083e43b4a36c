import type { Editor } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { rangeOfSelection, type BlockRange } from './block-range.ts';
import { deleteBlocks, duplicateBlocks, moveBlocks } from './move-blocks.ts';

interface Given {
  state: EditorState;
  tr: Transaction;
}

type Step = (tr: Transaction, range: BlockRange) => boolean;

const onSelection =
  (step: Step) =>
  ({ state, tr }: Given): boolean => {
    const range = rangeOfSelection(state);
    return range !== null && step(tr, range);
  };

/** Moves the blocks of the selection up or down. */
export const moveSelected = (editor: Editor, way: -1 | 1): boolean =>
  editor.commands.command(onSelection((tr, range) => moveBlocks(tr, range, way)));

/** Takes the blocks of the selection out, for a chain of commands. */
export const deleteSelected = onSelection((tr, range) => {
  deleteBlocks(tr, range);
  return true;
});

export const duplicateSelected = (editor: Editor): boolean =>
  editor.commands.command(onSelection(duplicateBlocks));

const items = ['listItem', 'taskItem'];
export type ItemStep = 'sinkListItem' | 'liftListItem';

/** Moves the items of the selection into the list above them, or out of their own. False where that can't be. */
export const moveItems = (editor: Editor, step: ItemStep): boolean =>
  items.some((item) => editor.commands[step](item));

export const canMoveItems = (editor: Editor, step: ItemStep): boolean =>
  items.some((item) => editor.can()[step](item));
