import type { ComparedLine } from '@broadsheet/document/compare';

/** What is drawn as one: a line, or a table with all that stands in it. */
export interface Piece {
  key: string;
  lines: ComparedLine[];
  isTable: boolean;
}

export interface ComparedCell {
  key: string;
  /** The cell itself. */
  cell: ComparedLine | undefined;
  lines: ComparedLine[];
}

const keyOf = ({ line }: ComparedLine, kind: 'table' | 'tableRow'): string | null =>
  line.kind === kind ? line.key : (line.holders.find((holder) => holder.kind === kind)?.key ?? null);

export function piecesOf(lines: readonly ComparedLine[]): Piece[] {
  const pieces: Piece[] = [];
  const tables = new Map<string, Piece>();
  for (const line of lines) {
    const table = keyOf(line, 'table');
    const begun = table === null ? undefined : tables.get(table);
    if (begun) begun.lines.push(line);
    else {
      const piece = { key: line.line.key, lines: [line], isTable: table !== null };
      pieces.push(piece);
      if (table !== null) tables.set(table, piece);
    }
  }
  return pieces;
}

/** The cells of a table row by row; a row that was taken out stands where it stood. */
export function rowsOf({ lines }: Piece): { key: string; cells: ComparedCell[] }[] {
  const rows = new Map<string, Map<string, ComparedCell>>();
  for (const one of lines) {
    const row = keyOf(one, 'tableRow');
    if (row === null || one.line.kind === 'tableRow') continue;
    const cells = rows.get(row) ?? new Map<string, ComparedCell>();
    rows.set(row, cells);
    const isCell = one.line.kind === 'tableCell' || one.line.kind === 'tableHeader';
    const key = isCell ? one.line.key : (one.line.holders.at(-1)?.key ?? '');
    const cell = cells.get(key) ?? { key, cell: undefined, lines: [] };
    cells.set(key, cell);
    if (isCell) cell.cell = one;
    else cell.lines.push(one);
  }
  return [...rows].map(([key, cells]) => ({ key, cells: [...cells.values()] }));
}
