import type { Range } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

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
