import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Gives a field its selection back in the moment in which it gets the focus by a key or from a closed layer.
 *
 * The browser puts the caret before the first letter, and ProseMirror (prosemirror-view 1.42) repairs that 20 ms later:
 * what is typed or pasted until then would stand at the beginning of the text. A press of the pointer sets a selection
 * of its own after the focus, and is left alone.
 */
export const SelectionAtOnce = Extension.create({
  name: 'selectionAtOnce',
  addProseMirrorPlugins() {
    let isPressed = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown: () => {
              isPressed = true;
              setTimeout(() => (isPressed = false));
            },
            focus: (view) => {
              if (!isPressed) view.focus();
            },
          },
        },
      }),
    ];
  },
});
