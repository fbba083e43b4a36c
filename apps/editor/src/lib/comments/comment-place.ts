import type { Fragment, NewThreadPlace } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import { encodeRelativePosition, type RelativePosition } from 'yjs';

/** Where a new comment will stand, and what it will be about. */
export interface ChosenPlace {
  place: NewThreadPlace;
  quote: string;
}

const mostQuoted = 200;

/** The place that the selection of a field means; null where nothing is chosen that can be commented on. */
export function chosenPlace(field: Fragment, editor: Editor): ChosenPlace | null {
  const { selection, doc } = editor.state;
  if (field === 'headline')
    return { place: { kind: 'headline' }, quote: doc.textContent.slice(0, mostQuoted) };
  if (selection instanceof NodeSelection) {
    const id: unknown = selection.node.attrs['id'];
    return typeof id === 'string'
      ? { place: { kind: 'block', blockId: id }, quote: selection.node.textContent.slice(0, mostQuoted) }
      : null;
  }
  // without a selection, the word at the caret
  const { from, to } = selection.empty ? wordAt(editor) : selection;
  const quote = doc.textBetween(from, to, ' ', ' ').trim();
  const ends = quote === '' ? null : [encoded(editor, from), encoded(editor, to)];
  const [start, end] = ends ?? [];
  if (!start || !end) return null;
  return { place: { kind: 'text', field, from: start, to: end }, quote: quote.slice(0, mostQuoted) };
}

function wordAt(editor: Editor): { from: number; to: number } {
  const { $from } = editor.state.selection;
  const text = $from.parent.textBetween(0, $from.parent.content.size, ' ', ' ');
  const before = /[\p{L}\p{M}\p{N}'’-]*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(text.slice($from.parentOffset))?.[0].length ?? 0;
  return { from: $from.pos - before, to: $from.pos + after };
}

/** A place that holds while others write. */
function encoded(editor: Editor, position: number): string | null {
  const { binding } = (ySyncPluginKey.getState(editor.state) ?? {}) as {
    binding?: ProsemirrorBinding | null;
  };
  if (!binding) return null;
  const relative = absolutePositionToRelativePosition(
    position,
    binding.type,
    binding.mapping,
  ) as RelativePosition;
  return btoa(String.fromCharCode(...encodeRelativePosition(relative)));
}
