import type { Table, TableCell, TableHeader } from '@broadsheet/types';
import { markdownInline } from './render-markdown-inline.ts';

/** From here on each cell takes one place: cells that each take a hundred would make a grid of millions. */
const widestGrid = 100;

/**
 * A table as GitHub Flavored Markdown: the first row is its head, and a cell that takes several places is followed by
 * empty ones, because Markdown knows no other.
 */
export function markdownTable({ content }: Table): string {
  const grid = toGrid(content.map((row) => row.content ?? []));
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return '';
  const lines = grid.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`,
  );
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

function toGrid(rows: readonly (readonly (TableCell | TableHeader)[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const colspan = Math.max(1, Math.min(cell.attrs.colspan, widestGrid - x));
      const rowspan = x < widestGrid ? cell.attrs.rowspan : 1;
      for (let down = 0; down < rowspan && y + down < grid.length; down++)
        for (let right = 0; right < colspan; right++) (grid[y + down] as string[])[x + right] = '';
      (grid[y] as string[])[x] = cell.content
        .map((each) => markdownInline(each.content))
        .filter(Boolean)
        .join(' / ');
      x += colspan;
    }
  });
  return grid;
}
