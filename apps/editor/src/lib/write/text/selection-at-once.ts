import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * What is typed or pasted goes where the caret is seen.
 *
 * A field gets its selection back in the moment in which it gets the focus by a key or from a closed layer: the browser
 * puts the caret before the first letter, and ProseMirror (prosemirror-view 1.42) repairs that 20 ms later. And a press of
 * the pointer is heard of before the key that comes after it: while the page is busy, the browser tells of keys
 * first, and what was selected before the press would be written over.
 */
export const SelectionAtOnce = Extension.create({
  name: 'selectionAtOnce',
  addProseMirrorPlugins() {
    let isPressed = false;
    /** The pointer has set a selection that nobody was told of. */
    let isUntold = false;
    const told = () => (isUntold = false);
    const tell = () => {
      if (isUntold) document.dispatchEvent(new Event('selectionchange'));
    };
    return [
      new Plugin({
        view: () => {
          document.addEventListener('selectionchange', told);
          return { destroy: () => document.removeEventListener('selectionchange', told) };
        },
        props: {
          handleDOMEvents: {
            mousedown: () => {
              isPressed = true;
              setTimeout(() => (isPressed = false));
            },
            mouseup: () => void (isUntold = true),
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
