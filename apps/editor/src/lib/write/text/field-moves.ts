import { Extension, type Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

interface Options {
  /** The field above and the field below, if they are there. */
  above: () => Editor | undefined;
  below: () => Editor | undefined;
  /** Enter goes on to the field below. */
  single: boolean;
}

/** Arrow keys, and Enter in a field of one line, move between headline, standfirst and body as if they were one text. */
export const FieldMoves = Extension.create<Options>({
  name: 'fieldMoves',
  priority: 150,

  addOptions() {
    return { above: () => undefined, below: () => undefined, single: false };
  },

  addKeyboardShortcuts() {
    const { above, below, single } = this.options;
    const atEdge = (way: 'up' | 'down' | 'left' | 'right') => {
      const { view, state } = this.editor;
      if (!state.selection.empty) return false;
      const { $head } = state.selection;
      const forwards = way === 'down' || way === 'right';
      const edgeBlock = forwards
        ? $head.after(1) === state.doc.content.size
        : $head.depth > 0 && $head.before(1) === 0;
      return edgeBlock && view.endOfTextblock(way);
    };
    return {
      ArrowDown: () => atEdge('down') && goToField(below(), 'start'),
      ArrowRight: () => atEdge('right') && goToField(below(), 'start'),
      ArrowUp: () => atEdge('up') && goToField(above(), 'end'),
      ArrowLeft: () => atEdge('left') && goToField(above(), 'end'),
      ...(single ? { Enter: () => goToField(below(), 'start') } : {}),
    };
  },
});

/** At once: Tiptap's own `focus` waits for a frame, and a fast key would land in the field that is left. */
export function goToField(to: Editor | undefined, where: 'start' | 'end'): boolean {
  if (!to) return false;
  const { view, state } = to;
  const selection = where === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}
