import { Table, TableCell, TableHeader } from '@tiptap/extension-table';
import { mergeAttributes, type Attribute } from '@tiptap/core';
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

/** A table as wide as its text: nobody drags columns, and no style attribute stands in it. */
export const ArticleTable = Table.extend({
  addAttributes: () => ({ caption: lineAttribute('caption') }),
  renderHTML({ HTMLAttributes }) {
    return ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]];
  },
});

export const ArticleTableCell = TableCell.extend({ content: 'paragraph+', addAttributes: cellAttributes });

export const ArticleTableHeader = TableHeader.extend({
  content: 'paragraph+',
  addAttributes: cellAttributes,
});
