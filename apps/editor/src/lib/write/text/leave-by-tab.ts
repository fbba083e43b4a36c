import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { isList } from '../blocks/block-range.ts';
import { moveItems, type ItemStep } from '../blocks/block-steps.ts';

/**
 * Tab and Shift Tab leave the text, so that nobody is trapped in it (WCAG 2.1.2): for the next field or box of a
 * block, as one reads on from the caret, and after the last for the page. In a list they put its items deeper or out
 * again, in a table they go from cell to cell; arrows lead out of both, Alt F10 to the bar.
 */
export const LeaveByTab = Extension.create({
  name: 'leaveByTab',
  priority: 2000,

  addKeyboardShortcuts() {
    const inList = (step: ItemStep) => () => {
      if (!isInList(this.editor.state)) return false;
      moveItems(this.editor, step);
      // where the item goes no further, whoever writes in the list still stays in it
      return true;
    };
    return { Tab: inList('sinkListItem'), 'Shift-Tab': inList('liftListItem') };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('leaveByTab'),
        // Handled, but without preventing what the browser does with Tab.
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              if (event.key !== 'Tab' || isInTable(view.state)) return false;
              const isOfText = event.target === view.dom;
              if (isOfText && isInList(view.state)) return false;
              if (isOfText) leaveFromCaret(view, event);
              return true;
            },
          },
        },
      }),
    ];
  },
});

function isInList({ selection: { $head } }: EditorState): boolean {
  return Array.from({ length: $head.depth + 1 }, (_, depth) => $head.node(depth)).some(isList);
}

const stops = 'input:enabled, button:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/** A browser counts from where the text begins, and would go back to the first box in it. */
function leaveFromCaret(view: EditorView, event: KeyboardEvent): void {
  const { selection } = view.state;
  const isForward = !event.shiftKey;
  // what is chosen as a whole has its own fields before it
  const at = isForward && !(selection instanceof NodeSelection) ? selection.to : selection.from;
  const { node, offset } = view.domAtPos(at);
  const caret = document.createRange();
  caret.setStart(node, offset);
  const all = [...view.dom.querySelectorAll<HTMLElement>(stops)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility(),
  );
  const next = isForward
    ? all.find((element) => caret.comparePoint(element, 0) > 0)
    : all.findLast((element) => caret.comparePoint(element, 0) < 0);
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (isForward) {
    // from the last one the browser goes on to what comes after the text
    all.at(-1)?.focus({ preventScroll: true });
  }
}
