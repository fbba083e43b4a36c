import { Extension, type Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

interface Options {
  onlink: () => void;
  /** Moves the focus to the format bar. */
  onbar: () => boolean;
}

/** The shortcuts of the body that the schema's extensions do not bring. */
export const WriteKeys = Extension.create<Options>({
  name: 'writeKeys',
  priority: 1500,

  addOptions() {
    return { onlink: () => undefined, onbar: () => false };
  },

  addKeyboardShortcuts() {
    const { onlink, onbar } = this.options;
    return {
      'Mod-l': () => {
        onlink();
        return true;
      },
      'Mod-Shift-x': () => this.editor.commands.toggleMark('strike'),
      // The page's own: the inspector, not superscript.
      'Mod-.': () => true,
      'Alt-F10': () => onbar(),
      'Alt-ArrowUp': () => moveBlock(this.editor, -1),
      'Alt-ArrowDown': () => moveBlock(this.editor, 1),
    };
  },
});

/** Swaps the block at the selection with its neighbour. */
function moveBlock(editor: Editor, way: -1 | 1): boolean {
  return editor.commands.command(({ state, tr }) => {
    const { $from } = state.selection;
    if ($from.depth === 0) return false;
    const index = $from.index(0);
    const neighbour = index + way;
    if (neighbour < 0 || neighbour >= state.doc.childCount) return true;
    const block = state.doc.child(index);
    const start = $from.before(1);
    const offset = state.selection.from - start;
    const target =
      way === -1 ? start - state.doc.child(neighbour).nodeSize : start + state.doc.child(neighbour).nodeSize;
    tr.delete(start, start + block.nodeSize).insert(target, block);
    const near = tr.doc.resolve(Math.min(target + offset, tr.doc.content.size));
    tr.setSelection(Selection.near(near)).scrollIntoView();
    return true;
  });
}
