import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from './progress.mjs';
import { inProject, root } from './project.mjs';
import { runCommand, stopCommands } from './run-command.mjs';
import { startTestPostgres } from './test-postgres.ts';

/** A line of the table; a bench prints one as JSON per figure, everything else it prints is passed on. */
export interface Figure {
  /** What is measured: "CPU per article page, from the page store". */
  name: string;
  value: number;
  unit: string;
  /** The yardstick's figure, or a budget, in the same unit. */
  against?: number;
  note?: string;
}

const benchLimit = 30 * 60_000;

/** Runs the benches whose names contain one of the given parts (all, when none is given); false when one fails. */
export async function runBenches(parts: string[]): Promise<boolean> {
  const files = globSync('bench/*.bench.{mjs,ts}', { cwd: root })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();
  const postgres = await startTestPostgres();
  const rows: string[][] = [];
  let whole = true;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopCommands();
      void postgres.stop().finally(() => process.exit(1));
    });
  }
  try {
    for (const file of files) {
      say(`\n${file}`);
      const env = { TEST_DATABASE_URL: postgres.url };
      const { code, stdout } = await runCommand(process.execPath, [inProject(file)], {
        env,
        timeout: benchLimit,
      });
      const figures = readFigures(stdout);
      if (code !== 0 || figures.length === 0) whole = false;
      const bench = basename(file).replace(/\.bench\.\w+$/, '');
      rows.push(...figures.map((figure) => rowOf(bench, figure)));
      if (code !== 0) rows.push([bench, 'failed', `exit code ${code}`, '', '']);
    }
  } finally {
    await postgres.stop();
  }
  say(`\n${table([['bench', 'what', 'figure', 'against', 'note'], ...rows])}`);
  return whole;
}

/** The figures among a bench's output lines. */
export function readFigures(output: string): Figure[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"name":'))
    .map((line) => JSON.parse(line) as Figure);
}

function rowOf(bench: string, figure: Figure): string[] {
  const amount = (value: number) =>
    `${value.toLocaleString('en', { maximumSignificantDigits: 4 })} ${figure.unit}`;
  const against = figure.against === undefined ? '' : amount(figure.against);
  return [bench, figure.name, amount(figure.value), against, figure.note ?? ''];
}

/** Rows as a Markdown table with aligned columns. */
export function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
