import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { turbo } from './build.mjs';
import { overlongFiles } from './file-length.ts';
import { lockFaults } from './lock-check.ts';
import { PlainError } from './plain-error.mjs';
import { inProject, root } from './project.mjs';
import { runCommand } from './run-command.mjs';

/** One item of `npm run check`; throws with what is wrong. */
export interface Check {
  name: string;
  run: () => Promise<void>;
}

const checkLimit = 10 * 60_000;

/** Runs a tool of node_modules on this Node; its output is kept for when it fails. */
async function tool(entry: string, args: string[], cwd?: string): Promise<void> {
  const { code, output, timedOut } = await runCommand(
    process.execPath,
    [inProject('node_modules', entry), ...args],
    {
      quiet: true,
      timeout: checkLimit,
      cwd,
    },
  );
  if (timedOut)
    throw new PlainError(`${entry} did not end within ${checkLimit / 60_000} minutes.\n${output}`);
  if (code !== 0) throw new PlainError(output.trim());
}

const knip = (...args: string[]) => tool('knip/bin/knip.js', ['--no-progress', ...args]);

/** Each workspace checks its own types by its script `types`; turbo keeps the results. */
async function workspaceTypes(): Promise<void> {
  const args = ['run', 'types', '--output-logs=errors-only', '--concurrency=1', '--continue'];
  const { code, output } = await turbo(args);
  if (code !== 0) throw new PlainError(output.trim());
}

/** Folders of tools: they have types to check and nothing to build. */
function toolTypes(): Check[] {
  return ['scripts', 'e2e', 'bench']
    .filter((folder) => globSync(`${folder}/**/*.{ts,mjs}`, { cwd: root }).length > 0)
    .map((folder) => ({
      name: `types of ${folder}`,
      run: () => tool('@typescript/native/bin/tsc', ['--noEmit', '-p', inProject(folder)]),
    }));
}

function listed(faults: string[]): void {
  if (faults.length > 0) throw new PlainError(faults.join('\n'));
}

/** Apps that state budgets for the size of what they send. */
function sizeBudgets(): Check[] {
  const inPackages = globSync('apps/*/package.json', { cwd: root }).filter((file) =>
    readFileSync(inProject(file), 'utf8').includes('"size-limit": ['),
  );
  return [...inPackages, ...globSync('apps/*/.size-limit.js', { cwd: root })].map((file) => ({
    name: `size budgets of ${dirname(file)}`,
    run: () => tool('size-limit/bin.js', [], inProject(dirname(file))),
  }));
}

/** Everything that is checked without running the product: two lists that may run side by side. */
function checkLists(): Check[][] {
  const text = [
    { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['--max-warnings=0', '.']) },
    // named, so that no folder can have a configuration of its own
    { name: 'lint with types', run: () => tool('oxlint/bin/oxlint', ['-c', '.oxlintrc.json']) },
    { name: 'format', run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']) },
  ];
  const others = [
    { name: 'types', run: workspaceTypes },
    ...toolTypes(),
    { name: 'unused code and packages', run: () => knip() },
    { name: 'circular imports', run: () => knip('--include', 'cycles') },
    { name: 'lock file', run: async () => listed(lockFaults(inProject('package-lock.json'))) },
    { name: 'length of files', run: async () => listed(await overlongFiles()) },
    ...sizeBudgets(),
  ];
  // about as long as each other, on a core each
  return [text, others];
}

/** Runs every check, two at a time; `item` runs one and takes what it throws. */
export async function runChecks(item: (check: Check) => Promise<unknown>): Promise<void> {
  await Promise.all(
    checkLists().map(async (list) => {
      for (const check of list) await item(check);
    }),
  );
}

/** Formats and repairs what the tools can repair by themselves. */
export async function fix(): Promise<void> {
  await tool('eslint/bin/eslint.js', ['--fix', '.']).finally(() =>
    tool('prettier/bin/prettier.cjs', ['--write', '--log-level=warn', '.']),
  );
}
