import type { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

interface Kept {
  absAnchor: number;
  absHead: number;
}

/**
 * Tells the binding where the caret stands now. One change that arrives can be drawn in two steps, the second of which
 * Yjs adds when it clears away marks that mean nothing; y-tiptap would look for the caret where it was before the
 * first, which may be behind the end of what is left.
 */
export function freshSelection(state: EditorState): void {
  const { binding } = (ySyncPluginKey.getState(state) ?? {}) as {
    binding?: { beforeTransactionSelection?: Kept | null } | null;
  };
  const kept = binding?.beforeTransactionSelection;
  if (!kept) return;
  kept.absAnchor = state.selection.anchor;
  kept.absHead = state.selection.head;
}
