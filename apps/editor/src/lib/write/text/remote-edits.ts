import { freshSelection } from '@broadsheet/document';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { keepComposing } from './keep-composing.ts';
import { narrowChange } from './narrow-change.ts';

interface RemoteMeta {
  isChangeOrigin: boolean;
  isUndoRedoOperation?: boolean;
}

/**
 * Draws an edit of somebody else as the few letters or blocks it is. y-tiptap makes every node of the document anew
 * for it, replaces everything and scrolls to the caret: in 10,000 words that takes longer than a key may.
 */
export const RemoteEdits = Extension.create<object, { composed: number }>({
  name: 'remoteEdits',
  addStorage: () => ({ composed: 0 }),
  dispatchTransaction({ transaction, next }) {
    const meta = remoteMeta(transaction.getMeta(ySyncPluginKey));
    const narrow = meta ? narrowChange(this.editor.state, transaction) : transaction;
    if (narrow === transaction) return next(transaction);
    const { view } = this.editor;
    if (view.composing) keepComposing(view, narrow, this.storage.composed);
    narrow.setMeta(ySyncPluginKey, meta).setMeta('addToHistory', false);
    next(meta?.isUndoRedoOperation === true ? narrow.scrollIntoView() : narrow);
  },
  addProseMirrorPlugins() {
    const { storage } = this;
    const listen = (_: EditorView, { data }: CompositionEvent) => {
      storage.composed = data.length;
    };
    return [
      new Plugin({
        props: { handleDOMEvents: { compositionstart: listen, compositionupdate: listen } },
        view: ({ state }) => {
          const { binding } = (ySyncPluginKey.getState(state) ?? {}) as {
            binding?: ProsemirrorBinding | null;
          };
          if (binding) keepNodes(binding);
          return {
            update: (view) => {
              keepStep(ySyncPluginKey.getState(view.state) as SyncState | undefined);
              freshSelection(view.state);
            },
          };
        },
      }),
    ];
  },
});

interface SyncState {
  isChangeOrigin: boolean;
  addToHistory: boolean;
}

/**
 * What others write ends no step of one's own history. y-tiptap remembers of their edit that it is none, and when only the
 * caret moves after it takes that for an edit of one's own beside the history.
 */
function keepStep(state: SyncState | undefined): void {
  if (state?.isChangeOrigin) state.addToHistory = true;
}

/** What y-tiptap says of a transaction in which others' edits came, or of an undo; null for anything else. */
export function remoteMeta(meta: unknown): RemoteMeta | null {
  const isRemote =
    typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;
  return isRemote && !('binding' in meta) ? (meta as RemoteMeta) : null;
}

/**
 * Nodes of blocks that did not change stay. y-tiptap forgets what changed, what was deleted and what they stood in
 * one by one, and then all the rest as well, which costs as much as opening the document.
 */
export function keepNodes(binding: ProsemirrorBinding): void {
  binding.mapping.clear = () => undefined;
  // what others write never moves the page
  binding._isLocalCursorInView = () => false;
}
