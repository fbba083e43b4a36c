import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { say } from './progress.mjs';
import { inProject, root } from './project.mjs';
import { runCommand } from './run-command.mjs';

export interface Tally {
  passed: number;
  failed: number;
  /** What failed, and the first words of why: a line each. */
  failures: string[];
}

interface Report {
  numPassedTests: number;
  numPendingTests: number;
  testResults: TestFile[];
}

interface TestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
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
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, failures: [`${name}: no report was written`] };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  if (report.numPendingTests > 0)
    say(`${report.numPendingTests} of the ${name} are for \`npm run test:long\`.`);
  return tally(report, code);
}

/** Sums a report of Vitest; `code` is the exit code of the run that wrote it. */
export function tally(report: Omit<Report, 'numPendingTests'>, code: number): Tally {
  const failures = report.testResults.flatMap((file) => failuresOf(file));
  if (failures.length === 0 && code !== 0) failures.push('an error outside the tests, printed above');
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

function failuresOf(file: TestFile): string[] {
  const name = relative(root, file.name);
  if (file.status === 'failed' && file.assertionResults.length === 0)
    return [`${name}: ${firstLine(file.message)}`];
  return file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${name} > ${fullName}: ${firstLine(failureMessages?.[0])}`);
}

function firstLine(message: string | undefined): string {
  return message?.split('\n', 1)[0] || 'no reason was given';
}
