import type { Figure } from '../../scripts/lib/benches.ts';

/** Hands a figure to `npm run bench`, which puts it into its table. */
export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify({ ...figure, value: Number(figure.value.toPrecision(5)) })}\n`);
}

/** The value that so many of 100 stay under. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
