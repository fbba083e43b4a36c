import type { Language, Table, TableCell, TableHeader, TableRow } from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import { isBlank, renderInline } from './render-inline.ts';
import { renderWords } from './render-words.ts';
import { figureCells, filledRows, isEmptyCell } from './table-columns.ts';

type Cell = TableCell | TableHeader;

/** A table in a region of its own that scrolls sideways, so that the page never does. */
export function renderTable(block: Table, language: Language): string {
  const rows = filledRows(block.content);
  if (rows.every((row) => cellsOf(row).every(isEmptyCell))) return '';
  const figures = figureCells(rows);
  const body = rows.findIndex((row) => !isHead(row));
  // a table of headers alone still needs rows of its own
  const headRows = body === -1 ? 0 : body;
  const caption = block.attrs.caption ? `<caption>${escapeHtml(block.attrs.caption)}</caption>` : '';
  const label = escapeHtml(block.attrs.caption ?? renderWords[language].table);
  const head = rows.slice(0, headRows).map((row) => renderRow(row, true, figures));
  const rest = rows.slice(headRows).map((row) => renderRow(row, false, figures));
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>${caption}` +
    (head.length > 0 ? `<thead>${head.join('')}</thead>` : '') +
    `<tbody>${rest.join('')}</tbody></table></div>`
  );
}

const cellsOf = (row: TableRow): readonly Cell[] => row.content ?? [];
const isHead = (row: TableRow): boolean => cellsOf(row).every(({ type }) => type === 'tableHeader');

const renderRow = (row: TableRow, isInHead: boolean, figures: ReadonlySet<Cell>): string =>
  `<tr>${cellsOf(row)
    .map((cell) => renderCell(cell, isInHead, figures.has(cell)))
    .join('')}</tr>`;

function renderCell(cell: Cell, isInHead: boolean, isFigure: boolean): string {
  const { colspan, rowspan } = cell.attrs;
  const across = colspan > 1 ? ` colspan="${escapeHtml(String(colspan))}"` : '';
  const down = rowspan > 1 ? ` rowspan="${escapeHtml(String(rowspan))}"` : '';
  const kind = isFigure ? ' class="num"' : '';
  const words = cell.content
    .filter(({ content }) => !isBlank(content))
    .map((each) => renderInline(each.content));
  const inner = words.length > 1 ? words.map((each) => `<p>${each}</p>`).join('') : (words[0] ?? '');
  // an empty header names nothing, and a reader of the page would hear that
  if (cell.type === 'tableCell' || inner === '') return `<td${across}${down}${kind}>${inner}</td>`;
  const scope = isInHead ? (colspan > 1 ? 'colgroup' : 'col') : rowspan > 1 ? 'rowgroup' : 'row';
  return `<th scope="${scope}"${across}${down}${kind}>${inner}</th>`;
}
