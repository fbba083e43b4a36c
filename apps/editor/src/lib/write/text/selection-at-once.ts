import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

type Ends = readonly [Node, number, Node, number] | null;

function ends(): Ends {
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {};
  return anchorNode && focusNode ? [anchorNode, anchorOffset, focusNode, focusOffset] : null;
}

/**
 * What is typed or pasted goes where the caret is seen.
 *
 * A field gets its selection back in the moment in which it gets the focus by a key or from a closed layer: the browser
 * puts the caret before the first letter, and ProseMirror (prosemirror-view 1.42) repairs that 20 ms later. And where a
 * press of the pointer or an arrow has set the selection is heard of before the key that comes after it: while the page is
 * busy, the browser tells of keys first, and they would do what they do with the selection of before.
 */
export const SelectionAtOnce = Extension.create({
  name: 'selectionAtOnce',
  addProseMirrorPlugins() {
    let isPressed = false;
    /** What the browser has told of last. */
    let heard: Ends = null;
    const told = () => (heard = ends());
    const tell = () => {
      const now = ends();
      if (!now?.every((end, index) => end === heard?.[index]))
        document.dispatchEvent(new Event('selectionchange'));
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
