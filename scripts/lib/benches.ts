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
  /** What the yardstick cost in the same run, in the same unit. */
  yardstick?: number;
  /** How many times the yardstick it may be. */
  ratioLimit?: number;
  /** The most it may be, in the same unit. */
  against?: number;
  /** The least it may be, in the same unit. */
  atLeast?: number;
  note?: string;
}

const benchLimit = 30 * 60_000;

/** Runs the benches whose names contain one of the given parts (all, when none is given); false when one fails. */
export async function runBenches(parts: string[]): Promise<boolean> {
  const files = globSync('bench/*.bench.{mjs,ts}', { cwd: root })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort();
  const postgres = await startTestPostgres({ durable: true });
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
      const env = { TEST_DATABASE_URL: postgres.url, BENCH_ALL: parts.length === 0 ? '1' : '' };
      const { code, stdout } = await runCommand(process.execPath, [inProject(file)], {
        env,
        timeout: benchLimit,
      });
      const figures = readFigures(stdout);
      if (code !== 0 || figures.length === 0 || !figures.every(isReached)) whole = false;
      const bench = basename(file).replace(/\.bench\.\w+$/, '');
      rows.push(...figures.map((figure) => rowOf(bench, figure)));
      if (code !== 0 && figures.every(isReached)) rows.push([bench, `failed with exit code ${code}`]);
    }
  } finally {
    await postgres.stop();
  }
  say(`\n${table([['bench', 'what', 'figure', 'yardstick', 'ratio', 'must reach', 'ok', 'note'], ...rows])}`);
  return whole;
}

/** The figures among a bench's output lines. */
export function readFigures(output: string): Figure[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"name":'))
    .map((line) => JSON.parse(line) as Figure);
}

/** Whether a figure is what it must be; true for one that is only told. */
function isReached({ value, yardstick, ratioLimit, against, atLeast }: Figure): boolean {
  const byRatio = yardstick === undefined || ratioLimit === undefined || value <= yardstick * ratioLimit;
  if (atLeast !== undefined && value < atLeast) return false;
  return byRatio && (against === undefined || value <= against);
}

function rowOf(bench: string, figure: Figure): string[] {
  const { value, unit, yardstick, ratioLimit, against, atLeast } = figure;
  const amount = (of: number | undefined) =>
    of === undefined ? '' : `${of.toLocaleString('en', { maximumSignificantDigits: 4 })} ${unit}`;
  const limits = [
    ratioLimit && `≤ ${ratioLimit} ×`,
    against && `≤ ${amount(against)}`,
    atLeast && `≥ ${amount(atLeast)}`,
  ].filter(Boolean);
  return [
    bench,
    figure.name,
    amount(value),
    amount(yardstick),
    yardstick === undefined ? '' : `${(value / yardstick).toFixed(2)} ×`,
    limits.join(', '),
    limits.length === 0 ? '' : isReached(figure) ? 'yes' : 'NO',
    figure.note ?? '',
  ];
}

/** Rows as a Markdown table with aligned columns. */
export function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
