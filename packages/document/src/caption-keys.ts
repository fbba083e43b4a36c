import type { KeyboardShortcutCommand } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Enter goes on from a caption: in a gallery to that of the next picture, else to a new line below. */
export const pressEnterInCaption: KeyboardShortcutCommand = ({ editor }) => {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== 'caption') return false;
  const owner = $from.depth - 1;
  const isInGallery = $from.node(owner - 1).type.name === 'gallery';
  const next = isInGallery && $from.index(owner - 1) + 1 < $from.node(owner - 1).childCount;
  return editor.commands.command(({ state, tr }) => {
    if (next) {
      tr.setSelection(TextSelection.near(tr.doc.resolve($from.after(owner) + 1))).scrollIntoView();
      return true;
    }
    const paragraph = state.schema.nodes['paragraph']?.create();
    if (!paragraph) return false;
    const below = $from.after(isInGallery ? owner - 1 : owner);
    tr.insert(below, paragraph)
      .setSelection(TextSelection.create(tr.doc, below + 1))
      .scrollIntoView();
    return true;
  });
};
