import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** A click on a link of the text puts the caret there: the page's router would follow one to a story of one's own. */
export const LinksStay = Extension.create({
  name: 'linksStay',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          click: (view, event) => {
            if (!(event.target instanceof Element) || !event.target.closest('a')) return false;
            // what a block draws for itself, such as its preview, keeps its own links
            const drawn = event.target.closest('[contenteditable=false]');
            if (drawn === null || drawn === view.dom) event.preventDefault();
            return false;
          },
        },
      },
    }),
  ],
});
