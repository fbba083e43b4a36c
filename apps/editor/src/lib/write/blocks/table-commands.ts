import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { fixTables, isInTable, selectedRect } from '@tiptap/pm/tables';

/** What can be done to the table at the selection. */
export type TableStep =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'toggleHeaderRow'
  | 'toggleHeaderColumn'
  | 'toggleHeaderCell'
  | 'mergeCells'
  | 'splitCell'
  | 'deleteTable';

/**
 * Takes a step on the table at the selection. Where two people's edits left rows of unequal length, the rows are made
 * even first: only then, and only by whoever goes on with the table, so that two clients never answer each other.
 */
export function stepOnTable(editor: Editor, step: TableStep): boolean {
  if (!isInTable(editor.state)) return false;
  const fix = fixTables(editor.state);
  if (fix?.docChanged) editor.view.dispatch(fix);
  const isDone = editor.commands[step]();
  editor.view.focus();
  return isDone;
}

/** Whether a step is possible now; asked of even tables only, others are made even when it is taken. */
export function canStep(editor: Editor, step: TableStep): boolean {
  return isInTable(editor.state) && editor.can()[step]();
}

/** Whether the selection stands in the table that begins at `at`. */
export function isInTableAt(state: EditorState, at: number | undefined): boolean {
  return isInTable(state) && selectedRect(state).tableStart - 1 === at;
}
