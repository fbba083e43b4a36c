import type { Editor } from '@tiptap/core';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
  toggleHeader,
  toggleHeaderCell,
} from '@tiptap/pm/tables';

/** What can be done to the table at the selection. */
const steps = {
  addRowBefore,
  addRowAfter,
  deleteRow: stayingInTable(deleteRow),
  addColumnBefore,
  addColumnAfter,
  deleteColumn: stayingInTable(deleteColumn),
  toggleHeaderRow: toggleHeader('row'),
  toggleHeaderColumn: toggleHeader('column'),
  toggleHeaderCell,
  mergeCells,
  splitCell,
  deleteTable,
} satisfies Record<string, Command>;
export type TableStep = keyof typeof steps;
export const tableSteps = Object.keys(steps) as readonly TableStep[];

/**
 * Takes a step on the table at the selection. Where two people's edits left rows of unequal length, the rows are made
 * even first: only then, and only by whoever goes on with the table, so that two clients never answer each other.
 */
export function stepOnTable(editor: Editor, step: TableStep): boolean {
  const { view } = editor;
  if (!isInTable(view.state)) return false;
  const fix = fixTables(view.state);
  if (fix?.docChanged) view.dispatch(fix);
  const isDone = steps[step](view.state, view.dispatch);
  view.focus();
  return isDone;
}

/** Whether a step is possible now; asked of even tables only, others are made even when it is taken. */
export function canStep({ state }: Editor, step: TableStep): boolean {
  return isInTable(state) && steps[step](state);
}

/** The command, after which the caret is still in the table, if that is there: what it stood in may be gone. */
function stayingInTable(
  command: (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean,
): Command {
  return (state, dispatch) => {
    if (!dispatch || !isInTable(state)) return command(state);
    const table = selectedRect(state).tableStart - 1;
    return command(state, (tr) => {
      const place = tr.mapping.map(table);
      const node = tr.doc.nodeAt(place);
      const isInside = place < tr.selection.from && node && tr.selection.to < place + node.nodeSize;
      if (node?.type.name === 'table' && !isInside)
        tr.setSelection(TextSelection.near(tr.doc.resolve(place + node.nodeSize - 1), -1));
      dispatch(tr);
    });
  };
}

/** Whether the selection stands in the table that begins at `at`. */
export function isInTableAt(state: EditorState, at: number | undefined): boolean {
  return isInTable(state) && selectedRect(state).tableStart - 1 === at;
}
