import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { hearSelection, tellSelection as tell } from './told-selection.ts';

/**
 * What is typed or pasted goes where the caret is seen.
 *
 * A field gets its selection back in the moment in which it gets the focus by a key or from a closed layer: the browser
 * puts the caret before the first letter, and ProseMirror (prosemirror-view 1.42) repairs that 20 ms later. And where a
 * press of the pointer or an arrow has set the selection is heard of before the key that comes after it: while the page is
 * busy, the browser tells of keys first, and they would do what they do with the selection of before. (What others write
 * waits for the same: `Connection`.)
 */
export const SelectionAtOnce = Extension.create({
  name: 'selectionAtOnce',
  /** The carets of others are drawn by a transaction that would put one's own back to where it was. */
  dispatchTransaction({ transaction, next }) {
    if (!transaction.docChanged && !transaction.selectionSet) {
      tell();
      const { selection } = this.editor.state;
      if (!selection.eq(transaction.selection)) transaction.setSelection(selection);
    }
    next(transaction);
  },
  addProseMirrorPlugins() {
    let isPressed = false;
    return [
      new Plugin({
        view: () => ({ destroy: hearSelection() }),
        props: {
          handleDOMEvents: {
            mousedown: () => {
              isPressed = true;
              setTimeout(() => (isPressed = false));
            },
            keydown: tell,
            beforeinput: tell,
            cut: tell,
            paste: tell,
            focus: (view) => {
              if (!isPressed) view.focus();
            },
          },
        },
      }),
    ];
  },
});
