import { Table, TableCell, TableHeader } from '@tiptap/extension-table';
import { mergeAttributes, type Attribute } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { widestCell } from '@broadsheet/types';
import { lineAttribute } from './data-attribute.ts';

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

/** A table as wide as its text: nobody drags columns, and no style attribute stands in it. */
export const ArticleTable = Table.extend({
  addAttributes: () => ({ caption: lineAttribute('caption') }),
  addProseMirrorPlugins() {
    return [cellSelection()];
  },
  renderHTML({ HTMLAttributes }) {
    return ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]];
  },
});

export const ArticleTableCell = TableCell.extend({ content: 'paragraph+', addAttributes: cellAttributes });

export const ArticleTableHeader = TableHeader.extend({
  content: 'paragraph+',
  addAttributes: cellAttributes,
});
