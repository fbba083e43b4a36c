import type { Table, TableCell, TableHeader } from '@broadsheet/types';
import { inlineXml } from './docx-inline.ts';
import { paragraph, type DocxParts } from './docx-xml.ts';

/** Of a page, in twentieths of a point. */
const textWidth = 9026;

type Cell = TableCell | TableHeader;

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="BFBFBF"/>`)
  .join('');

/** A table; cells over several rows go on below as Word has it, in empty cells that are merged upwards. */
export function tableXml(table: Table, parts: DocxParts): string {
  const below = new Map<number, { left: number; width: number }>();
  let columns = 1;
  const rows = table.content.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const goOn = () => {
      for (let open = below.get(column); open && open.left > 0; open = below.get(column)) {
        open.left -= 1;
        cells.push(cellXml(open.width, '<w:vMerge/>', '<w:p/>'));
        column += open.width;
      }
    };
    for (const cell of row.content ?? []) {
      goOn();
      const { colspan, rowspan } = cell.attrs;
      if (rowspan > 1) below.set(column, { left: rowspan - 1, width: colspan });
      cells.push(cellXml(colspan, rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '', wordsOf(cell, parts)));
      column += colspan;
    }
    goOn();
    columns = Math.max(columns, column);
    const isHead = (row.content ?? []).length > 0 && row.content?.every(({ type }) => type === 'tableHeader');
    return cells.length === 0
      ? ''
      : `<w:tr><w:trPr>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  const caption = table.attrs.caption;
  return (
    (caption ? paragraph('TableTitle', inlineXml([{ type: 'text', text: caption }], parts)) : '') +
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${gridXml(columns)}${rows.join('')}</w:tbl><w:p/>`
  );
}

/** The columns, equally wide; Word opens no table without them. */
const gridXml = (columns: number): string =>
  `<w:tblGrid>${`<w:gridCol w:w="${String(Math.floor(textWidth / columns))}"/>`.repeat(columns)}</w:tblGrid>`;

const cellXml = (width: number, merge: string, words: string): string =>
  `<w:tc><w:tcPr>${width > 1 ? `<w:gridSpan w:val="${String(width)}"/>` : ''}${merge}</w:tcPr>${words}</w:tc>`;

const wordsOf = (cell: Cell, parts: DocxParts): string =>
  cell.content.map((line) => paragraph('', inlineXml(line.content, parts))).join('');
