import { Extension, type Editor } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { rangeOfSelection, type BlockRange } from './block-range.ts';
import type { BlockHandles } from './block-handles.svelte.ts';
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

/** The keys of blocks: `Alt+↑` and `Alt+↓` move them, `Alt+Enter` opens their menu, `Mod+Shift+D` doubles them. */
export const BlockSteps = Extension.create<{ handles: BlockHandles | null }>({
  name: 'blockSteps',
  priority: 1500,
  addOptions: () => ({ handles: null }),

  addKeyboardShortcuts() {
    const { handles } = this.options;
    // the key is the block's also where there is no way to go
    const move = (way: -1 | 1) => () =>
      moveSelected(this.editor, way) || rangeOfSelection(this.editor.state) !== null;
    return {
      'Alt-ArrowUp': move(-1),
      'Alt-ArrowDown': move(1),
      'Mod-Shift-d': () => duplicateSelected(this.editor),
      'Alt-Enter': () => handles?.openAtSelection(this.editor) ?? false,
    };
  },
});
