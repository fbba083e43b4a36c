import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockHandles } from './block-handles.svelte.ts';
import { idOf, rangeOfSelection } from './block-range.ts';
import { moveBlocksTo, outOfList } from './move-blocks.ts';

interface Point {
  left: number;
  top: number;
}

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
        view: (view) => cursorOf(view, handles),
        props: {
          handleDrop: (view, event, slice: Slice) => {
            if (!handles || handles.dragged === null) return false;
            // as they are now: others may have written in them meanwhile, or taken them away
            const range = rangeOfSelection(view.state);
            const isDragged = range !== null && idOf(range) === handles.dragged;
            handles.dragged = null;
            const place = dropPlace(view, { left: event.clientX, top: event.clientY }, slice);
            const { tr } = view.state;
            if (isDragged && place !== null && moveBlocksTo(tr, range, place))
              view.dispatch(tr.scrollIntoView());
            view.focus();
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});

/** Where dragged blocks go: above or below the block that is pointed at, whichever edge of it is nearer. */
function dropPlace(view: EditorView, point: Point, slice: Slice): number | null {
  const found = view.posAtCoords(point);
  if (!found) return null;
  const { doc } = view.state;
  const place = dropPoint(doc, nearerEdge(view, found.pos, point.top), slice);
  return place === null ? null : outOfList(doc, place);
}

/** Before or behind the block at a position, as it is seen: the handle is left of all words. */
function nearerEdge(view: EditorView, position: number, height: number): number {
  const { doc } = view.state;
  const $at = doc.resolve(position);
  const from = $at.parent.isTextblock ? $at.before() : position;
  const [node, dom] = [doc.nodeAt(from), view.nodeDOM(from)];
  if (!node || !(dom instanceof HTMLElement)) return position;
  const { top, bottom } = dom.getBoundingClientRect();
  return height < (top + bottom) / 2 ? from : from + node.nodeSize;
}

/** ProseMirror’s own line where something is dropped, told of the places that blocks go to. */
function cursorOf(view: EditorView, handles: BlockHandles | null) {
  const seen = Object.create(view, {
    // else it looks for a place by itself
    dragging: { get: () => (handles?.dragged ? null : view.dragging) },
    posAtCoords: {
      value: (point: Point) => {
        const slice = handles?.dragged && view.dragging?.slice;
        const place = slice ? dropPlace(view, point, slice) : null;
        return place === null ? view.posAtCoords(point) : { pos: place, inside: -1 };
      },
    },
  }) as EditorView;
  return dropCursor({ class: 'drop-here', color: false }).spec.view?.(seen) ?? {};
}
