import type { Editor, Range } from '@tiptap/core';
import { Selection, type EditorState } from '@tiptap/pm/state';

/** Lines in which a slash is a slash. */
const wordsOnly = new Set(['caption', 'codeBlock']);

/** The word that begins with a slash at the start of a block, or after a line break, and ends at the caret. */
export function slashWord({ selection }: EditorState): { range: Range; query: string } | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || wordsOnly.has($from.parent.type.name)) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const query = /(?:^|\n)\/([^\s/]*)$/.exec(before)?.[1];
  return query === undefined ? null : { range: { from: $from.pos - query.length - 1, to: $from.pos }, query };
}

/** Takes out a slash that stands alone in its line, and the line too if it was made for it. */
export function withoutSlash(
  { state, view, isDestroyed }: Editor,
  { from, to }: Range,
  isOwnLine: boolean,
): void {
  if (isDestroyed || to > state.doc.content.size) return;
  const $from = state.doc.resolve(from);
  if ($from.parent.textContent !== '/' || state.doc.textBetween(from, to) !== '/') return;
  const { tr } = state;
  if (!isOwnLine) return view.dispatch(tr.delete(from, to));
  let { depth } = $from;
  while (depth > 1 && $from.node(depth - 1).childCount === 1) depth -= 1;
  const isHere = state.selection.$from.sameParent($from);
  tr.delete($from.before(depth), $from.after(depth));
  if (isHere) tr.setSelection(Selection.near(tr.doc.resolve($from.before(depth)), -1));
  view.dispatch(tr);
}
