import { mergeAttributes, Node, type Attribute } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { widestCell } from '@broadsheet/types';
import { lineAttribute } from './data-attribute.ts';
import { tableKeys } from './table-keys.ts';

const span = (name: 'colspan' | 'rowspan'): Partial<Attribute> => ({
  default: 1,
  parseHTML: (element) => {
    const given = Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1;
    return Math.min(Math.max(given, 1), widestCell);
  },
});

const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan') });

/**
 * Selecting cells and moving between them, without the repairs that come with it: those answer edits of others too, so
 * that two clients would make each other's rows longer for ever. Rows are made even by whoever changes the table next.
 */
export function cellSelection(): Plugin {
  const { spec } = tableEditing();
  const { appendTransaction } = spec;
  return new Plugin({
    ...spec,
    appendTransaction(transactions, _before, after) {
      // to it nothing has changed but the selection
      return appendTransaction?.call(this, transactions, after, after);
    },
  });
}

/** What each of them is to `prosemirror-tables`, which knows them by nothing else. */
const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

/** A table as wide as its text: nobody drags columns, and no style attribute stands in it. */
export const ArticleTable = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,

  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addAttributes: () => ({ caption: lineAttribute('caption') }),
  addKeyboardShortcuts: () => tableKeys,
  addProseMirrorPlugins: () => [cellSelection()],
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
});

export const ArticleTableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',

  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
});

const cell = (name: string, tag: string) =>
  Node.create({
    name,
    content: 'paragraph+',
    isolating: true,

    addAttributes: cellAttributes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

export const ArticleTableCell = cell('tableCell', 'td');
export const ArticleTableHeader = cell('tableHeader', 'th');
