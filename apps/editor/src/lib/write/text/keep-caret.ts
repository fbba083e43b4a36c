import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Selection } from '@tiptap/pm/state';
import { CellSelection, inSameTable } from '@tiptap/pm/tables';
import {
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import { placeIn } from '../blocks/block-range.ts';
import { blockText } from './changed-range.ts';
import { around, likeness, placeByWords, type Around } from './place-by-words.ts';

/**
 * Keeps the caret between the same two letters while others write in the same block.
 *
 * y-tiptap takes a block whose text has changed for a moved one and puts the caret back at its old offset, so that
 * every letter typed before it by somebody else would push it one letter to the left, into words already written.
 * Where Yjs finds the caret's place in the block it stood in, by the block's id, that place is right. Unless the words
 * around it are no longer there: who splits a line or turns it into a heading has them copied into a line of their own,
 * and the caret goes with them.
 */
export const KeepCaret = Extension.create({
  name: 'keepCaret',
  addProseMirrorPlugins: () => [keptCaret()],
});

/** The same without an editor around it. */
export const keptCaret = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, before, after) {
      const remote = transactions.some((transaction) => isRemote(transaction.getMeta(ySyncPluginKey)));
      const selection = remote ? (cellsKept(before, after) ?? placeKept(before, after)) : null;
      if (!selection || selection.eq(after.selection)) return null;
      return after.tr
        .setSelection(selection)
        .setMeta('addToHistory', false)
        .setMeta(ySyncPluginKey, { isChangeOrigin: true });
    },
  });

const isRemote = (meta: unknown): boolean =>
  typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;

interface SyncState {
  binding?: ProsemirrorBinding | null;
}

function placeKept(before: EditorState, after: EditorState): TextSelection | null {
  const { binding } = (ySyncPluginKey.getState(after) ?? {}) as SyncState;
  const relative = binding?.beforeTransactionSelection as
    { anchor: unknown; head: unknown } | null | undefined;
  if (!binding || !relative || !(before.selection instanceof TextSelection)) return null;
  const place = (end: unknown): number | null =>
    end === null ? null : relativePositionToAbsolutePosition(binding.doc, binding.type, end, binding.mapping);
  const kept = (old: number, end: unknown): number | null => {
    const found = place(end);
    const stays = staysInBlock(before, old, after, found);
    const words = around(before.doc.resolve(old));
    if (stays && found !== null && isAmong(words, after.doc.resolve(found))) return found;
    return placeByWords(words, before.doc, after.doc) ?? (stays ? found : null);
  };
  const anchor = kept(before.selection.anchor, relative.anchor);
  const head = before.selection.empty ? anchor : kept(before.selection.head, relative.head);
  return anchor !== null && head !== null ? TextSelection.create(after.doc, anchor, head) : null;
}

/** The cells that were selected, by their ids: y-tiptap knows no such selection and makes one of letters of it. */
function cellsKept({ selection }: EditorState, { doc }: EditorState): Selection | null {
  if (!(selection instanceof CellSelection)) return null;
  const [anchor, head] = [selection.$anchorCell, selection.$headCell].map(($cell) => {
    const id: unknown = $cell.nodeAfter?.attrs['id'];
    const at = typeof id === 'string' ? placeIn(doc, id) : null;
    return at === null ? null : doc.resolve(at);
  });
  return anchor && head && inSameTable(anchor, head) ? new CellSelection(anchor, head) : null;
}

const isAmong = (words: Around, { parent, parentOffset }: ResolvedPos): boolean =>
  likeness(words, blockText(parent), parentOffset) !== null;

function staysInBlock(before: EditorState, old: number, after: EditorState, found: number | null): boolean {
  if (found === null || found > after.doc.content.size) return false;
  const [was, is] = [before.doc.resolve(old).parent, after.doc.resolve(found).parent];
  return is.isTextblock && was.type === is.type && was.attrs['id'] === is.attrs['id'];
}
