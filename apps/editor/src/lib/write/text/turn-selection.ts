import type { Editor } from '@tiptap/core';
import { rangeOfSelection } from '../blocks/block-range.ts';
import { textBlockOf, turnBlocks, type TextBlock } from '../blocks/turn-blocks.ts';

/** What the block at the selection is. */
export function blockAt(editor: Editor): TextBlock {
  const range = rangeOfSelection(editor.state);
  const node = range?.parent.maybeChild(range.first);
  if (!range || !node) return 'paragraph';
  // an item is of the kind that its list is
  const kind = textBlockOf(node.type.name.endsWith('Item') ? range.parent : node);
  return kind ?? 'paragraph';
}

/** Turns the blocks of the selection into another kind. False where it may not stand. */
export function turnSelection(editor: Editor, kind: TextBlock): boolean {
  return editor
    .chain()
    .focus()
    .command(({ state, tr }) => {
      const range = rangeOfSelection(state);
      return range !== null && turnBlocks(tr, range, kind);
    })
    .run();
}

/** Kinds whose key makes plain text again of what is of the kind already. */
const undone: ReadonlySet<TextBlock> = new Set(['bullets', 'numbers', 'tasks', 'quote', 'code']);

/** What the key for a kind makes of the blocks at the selection. */
export function kindByKey(editor: Editor, kind: TextBlock): TextBlock {
  return undone.has(kind) && blockAt(editor) === kind ? 'paragraph' : kind;
}
