import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from './progress.mjs';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

export interface Tally {
  passed: number;
  failed: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Runs Vitest and counts its tests. A file that cannot be loaded, a run that ends without a report or in
 * an error outside the tests each count as one failure: nothing goes missing without a word.
 */
export async function runVitest(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  limit: number,
): Promise<Tally> {
  const reportFile = inProject('reports', `${name}.json`);
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const command = [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ...args,
  ];
  const { code, timedOut } = await runCommand(process.execPath, command, { env, timeout: limit });
  if (timedOut) say(`The ${name} did not end within ${Math.round(limit / 60_000)} minutes.`);
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  if (report.numPendingTests > 0)
    say(`${report.numPendingTests} of the ${name} are for \`npm run test:long\`.`);
  return tally(report, code);
}

/** Sums a report of Vitest; `code` is the exit code of the run that wrote it. */
export function tally(report: Omit<Report, 'numPendingTests'>, code: number): Tally {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
