import type { KeyboardShortcutCommand } from '@tiptap/core';
import { addRowAfter, CellSelection, deleteTable, goToNextCell } from '@tiptap/pm/tables';

/** Tab goes from cell to cell and makes a row after the last one; a table that is selected whole is deleted whole. */
export const tableKeys: Record<string, KeyboardShortcutCommand> = {
  Tab: ({ editor: { view } }) =>
    goToNextCell(1)(view.state, view.dispatch) ||
    (addRowAfter(view.state, view.dispatch) && goToNextCell(1)(view.state, view.dispatch)),
  'Shift-Tab': ({ editor: { view } }) => goToNextCell(-1)(view.state, view.dispatch),
  ...Object.fromEntries(
    ['Backspace', 'Mod-Backspace', 'Delete', 'Mod-Delete'].map((key) => [key, deleteWhole]),
  ),
};

function deleteWhole({ editor: { view } }: Parameters<KeyboardShortcutCommand>[0]): boolean {
  const { selection } = view.state;
  if (!(selection instanceof CellSelection) || !selection.isColSelection() || !selection.isRowSelection())
    return false;
  return deleteTable(view.state, view.dispatch);
}
