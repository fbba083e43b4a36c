import type { TableCell, TableHeader, TableRow } from '@broadsheet/types';
import { isBlank } from './render-inline.ts';
import { inlineText } from './render-text.ts';

type Cell = TableCell | TableHeader;

/** A number, maybe with a sign or a currency before it and a unit behind: “−3”, “AZN 500”, “1 h 45 min”. */
const figure = /^(?:[^\p{L}\p{N}]{0,3}|\p{Lu}{3}\s?)\p{Nd}(?:\P{L}*\p{L}){0,10}\P{L}*$/u;
/** Says that there is no number. */
const dash = /^[\p{Pd}\s]*$/u;

export const isEmptyCell = (cell: Cell): boolean => cell.content.every(({ content }) => isBlank(content));

/**
 * Without the rows that say nothing, such as the one below the last that Tab made. One that a cell reaches into stays,
 * for that cell counts it.
 */
export function filledRows(rows: readonly TableRow[]): TableRow[] {
  let reached = 0;
  return rows.filter(({ content = [] }) => {
    const isReached = reached > 0;
    const down = Math.max(0, ...content.map(({ attrs }) => attrs.rowspan));
    reached = Math.max(reached, down) - 1;
    return content.length > 0 && (isReached || down > 1 || !content.every(isEmptyCell));
  });
}

/** The cells that stand in a column of figures, with the one that heads it; wide cells stand in none. */
export function figureCells(rows: readonly TableRow[]): Set<Cell> {
  const columns: Cell[][] = [];
  /** How many rows each column is taken for, from above. */
  const taken: number[] = [];
  for (const { content = [] } of rows) {
    let at = 0;
    for (const cell of content) {
      while ((taken[at] ?? 0) > 0) at += 1;
      const { colspan, rowspan } = cell.attrs;
      if (colspan === 1) (columns[at] ??= []).push(cell);
      for (const end = at + colspan; at < end; at += 1) taken[at] = rowspan;
    }
    taken.forEach((left, column) => (taken[column] = left - 1));
  }
  return new Set(columns.filter(isOfFigures).flat());
}

function isOfFigures(column: readonly Cell[] | undefined): boolean {
  const said = (column ?? [])
    .filter(({ type }) => type === 'tableCell')
    .map(textOf)
    .filter((text) => !dash.test(text));
  return said.length > 0 && said.every((text) => figure.test(text));
}

const textOf = ({ content }: Cell): string =>
  content
    .map((line) => inlineText(line.content))
    .join(' ')
    .trim();
