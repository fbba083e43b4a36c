import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type * as Steps from './field-steps.ts';

interface Loaded {
  /** The steps between words and fields, once they are here: no page waits for them. */
  steps: typeof Steps | null;
}

declare module '@tiptap/core' {
  interface Storage {
    blockFieldKeys: Loaded;
  }
}

/**
 * The fields of blocks are reached from the words, and left again, as if they were lines of the text: by the arrows,
 * where one sees them. Enter goes on from one, Esc goes back to the words.
 */
export const BlockFieldKeys = Extension.create<{ above: Steps.Above }, Loaded>({
  name: 'blockFieldKeys',
  // before what arrows mean in tables and at the edges of the text
  priority: 1650,
  addOptions: () => ({ above: () => undefined }),
  addStorage: () => ({ steps: null }),

  onCreate() {
    void import('./field-steps.ts').then(
      (steps) => (this.storage.steps = steps),
      // without a connection the arrows are the browser's
      () => undefined,
    );
  },

  addKeyboardShortcuts() {
    const { editor, storage } = this;
    return {
      ArrowUp: () => storage.steps?.enterField(editor.view, 'above') ?? false,
      ArrowDown: () => storage.steps?.enterField(editor.view, 'below') ?? false,
      Enter: () => storage.steps?.enterChosen(editor.view) ?? false,
    };
  },

  addProseMirrorPlugins() {
    const { storage, options } = this;
    return [
      new Plugin({
        // the editor itself does not hear of keys that are pressed in fields
        view: (view) => {
          const press = (event: KeyboardEvent) => {
            if (storage.steps?.leaveField(view, event, options.above)) event.preventDefault();
          };
          view.dom.addEventListener('keydown', press);
          return { destroy: () => view.dom.removeEventListener('keydown', press) };
        },
      }),
    ];
  },
});
