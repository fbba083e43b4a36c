import {
  widestCell,
  type Paragraph,
  type Table,
  type TableCell,
  type TableHeader,
  type TableRow,
} from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import type { Container } from './import-containers.ts';
import { plain, withoutWhole } from './import-line.ts';

type Cell = TableCell | TableHeader;

const longestCaption = 300;

/** A table in a body; elsewhere its lines go to where it stands. It joins its parent when it ends. */
export function tableIn(parent: Container): Container {
  if (parent.kind !== 'body') return parent;
  const rows: Cell[][] = [];
  const captions: string[] = [];
  const container: Container = {
    kind: 'table',
    depth: parent.depth,
    // words between the cells are rare and wrong, but somebody's
    add: (block) => {
      const cell = openCell(rows, false, 1, 1);
      if (block.type === 'paragraph') cell.content.push(block);
    },
    addRow: () => rows.push([]),
    addCell: (isHeader, colspan, rowspan) => cellIn(parent, openCell(rows, isHeader, colspan, rowspan)),
    attribute: (text) => captions.push(text) > 0,
    close: () => placeTable(parent, rows, captions),
  };
  return container;
}

function openCell(rows: Cell[][], isHeader: boolean, colspan: number, rowspan: number): Cell {
  if (rows.length === 0) rows.push([]);
  const attrs = { id: newBlockId(), colspan: clamped(colspan), rowspan: clamped(rowspan) };
  const cell: Cell = { type: isHeader ? 'tableHeader' : 'tableCell', attrs, content: [] };
  rows.at(-1)?.push(cell);
  return cell;
}

const clamped = (span: number): number => Math.min(Math.max(span || 1, 1), widestCell);

const cellIn = (table: Container, cell: Cell): Container => ({
  kind: 'cell',
  depth: table.depth,
  add: (block) => {
    // headers are bold anyway
    const line = cell.type === 'tableHeader' ? withoutWhole(block, 'bold') : block;
    if (line.type === 'paragraph') cell.content.push(line);
  },
});

/** One column is no table: old pages were laid out by such. */
function placeTable(parent: Container, rows: Cell[][], captions: string[]): void {
  const filled = rows.filter((cells) => cells.length > 0);
  const hasWords = filled.some((cells) => cells.some((cell) => cell.content.length > 0));
  const isTable = hasWords && filled.some((cells) => cells.length > 1);
  const [caption, ...others] = captions;
  for (const text of isTable ? others : captions) parent.add(newParagraph(text));
  if (!isTable)
    return void filled
      .flat()
      .flatMap((cell) => cell.content)
      .forEach(parent.add);
  const table: Table = {
    type: 'table',
    attrs: { id: newBlockId(), caption: caption?.slice(0, longestCaption) ?? null },
    content: filled.map((cells): TableRow => ({
      type: 'tableRow',
      attrs: { id: newBlockId() },
      content: cells.map((cell) =>
        cell.content.length > 0 ? cell : { ...cell, content: [newParagraph('')] },
      ),
    })),
  };
  parent.add(table);
}

/** A table that a line before it names. */
export function withCaption(table: Table, line: Paragraph): Table {
  const caption = plain(line.content ?? []).slice(0, longestCaption);
  return { ...table, attrs: { ...table.attrs, caption } };
}

const newParagraph = (text: string) => ({
  type: 'paragraph' as const,
  attrs: { id: newBlockId() },
  ...(text !== '' && { content: [{ type: 'text' as const, text }] }),
});
