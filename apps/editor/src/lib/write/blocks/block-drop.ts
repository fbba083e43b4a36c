import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { BlockHandles } from './block-handles.svelte.ts';
import { moveBlocksTo } from './move-blocks.ts';

/** Takes blocks that are dragged by their handle: they keep their ids, and a list left empty goes. */
export const BlockDrop = Extension.create<{ handles: BlockHandles | null }>({
  name: 'blockDrop',
  priority: 1500,
  addOptions: () => ({ handles: null }),

  addProseMirrorPlugins() {
    const { handles } = this.options;
    return [
      new Plugin({
        key: new PluginKey('blockDrop'),
        props: {
          handleDrop: (view, event, slice: Slice) => {
            const range = handles?.dragged;
            if (!handles || !range) return false;
            handles.dragged = null;
            const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const place = found && dropPoint(view.state.doc, found.pos, slice);
            const { tr } = view.state;
            if (place !== null && moveBlocksTo(tr, range, place)) view.dispatch(tr.scrollIntoView());
            view.focus();
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});
