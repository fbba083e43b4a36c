import { identifiedBlocks } from '@broadsheet/document';
import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import { defaultDeleteFilter, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Item, UndoManager } from 'yjs';

/**
 * Makes every new block a step of its own in the history, and what is typed at another place. Yjs takes all that is typed
 * without a pause of half a second for one step, so that a fast writer would lose several lines by one Ctrl+Z.
 *
 * The browser's own history has no part in it. It knows nothing of what others wrote since, and it is asked where no key
 * of ours is: by its menu, by a shaken phone, by Ctrl+Z on a button beside the text. Then the article's history answers.
 */
export const UndoSteps = Extension.create<{ history: UndoManager | null }>({
  name: 'undoSteps',
  addOptions: () => ({ history: null }),
  addProseMirrorPlugins() {
    const { history } = this.options;
    const endStep = () => {
      // unless all that is going on is to be one step: `TextFields.asOneStep`
      if (history && history.captureTimeout !== Infinity) history.stopCapturing();
    };
    return [
      new Plugin({
        state: {
          init: () => null,
          apply: (transaction) => {
            // before the change is written into the Yjs document, which happens when the view is updated
            if (isOwn(transaction) && changesBlocks(transaction)) endStep();
            return null;
          },
        },
        view: () => ({
          update: ({ state, composing }, { doc, selection }) => {
            // a keyboard that composes words moves the caret about in them
            if (!composing && state.doc === doc && !state.selection.eq(selection)) endStep();
          },
        }),
        props: {
          handleDOMEvents: {
            beforeinput: (_, event) => {
              const { inputType } = event;
              if (!inputType.startsWith('history')) return false;
              event.preventDefault();
              if (inputType === 'historyUndo') history?.undo();
              else history?.redo();
              return true;
            },
          },
        },
      }),
    ];
  },
});

/**
 * The binding keeps with each step where the caret was: relative to the text, and as a number that is true of the text
 * of that time alone. Looked up in the text of now, the number may lie beyond its end, and what was undone or redone is
 * then not shown (y-tiptap 3.0.9). To be called before the binding listens itself.
 */
export function keepCaretsRelative(history: UndoManager): void {
  history.on('stack-item-popped', ({ stackItem }) => {
    for (const [binding, caret] of stackItem.meta as Map<unknown, object | null>)
      if (caret) stackItem.meta.set(binding, { ...caret, absAnchor: null, absHead: null });
  });
}

/** What is nothing without its file, its address or its date: these go with the step that put them there. */
const needy = new Set(['picture', 'gallery', 'video', 'audio', 'embed', 'correction']);
const holders = new Set(identifiedBlocks.filter((name) => !needy.has(name)));

/** What a block has from its beginning on: it goes with the block, never before it. */
const lasting = new Set(['id', 'level', 'start', 'checked', 'colspan', 'rowspan']);

/** Whether undo may take something out: a block in which others have written meanwhile stays, with their words alone. */
export const mayBeUndone = (item: Item): boolean =>
  !(item.left === null && lasting.has(item.parentSub ?? '')) && defaultDeleteFilter(item, holders);

const isOwn = (transaction: Transaction): boolean => !transaction.getMeta(ySyncPluginKey);

/** Whether a block is made, split, merged or turned into another, rather than words written in one. */
function changesBlocks(transaction: Transaction): boolean {
  return transaction.steps.some(
    (step) =>
      step instanceof ReplaceAroundStep ||
      (step instanceof ReplaceStep && (step.slice.content.firstChild?.isBlock ?? false)),
  );
}
