import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Names the block that the caret stands in, so that focus mode can make the others quieter. */
export const PresentBlock = Extension.create<{ isOn: () => boolean }>({
  name: 'presentBlock',
  addOptions: () => ({ isOn: () => false }),
  addProseMirrorPlugins() {
    const { isOn } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc, selection: { $from } }) => {
            if (!isOn()) return null;
            const at = $from.depth > 0 ? $from.before(1) : $from.pos;
            const block = doc.nodeAt(at);
            if (!block) return null;
            return DecorationSet.create(doc, [
              Decoration.node(at, at + block.nodeSize, { class: 'present' }),
            ]);
          },
        },
      }),
    ];
  },
});
