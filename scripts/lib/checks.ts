import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlongFiles } from './file-length.ts';
import { lockFaults } from './lock-check.ts';
import { PlainError } from './plain-error.mjs';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

/** One item of `npm run check`; throws with what is wrong. */
export interface Check {
  name: string;
  run: () => Promise<void>;
}

const checkLimit = 5 * 60_000;

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

/** The workspaces with a tsconfig.json, by path. */
function typedFolders(): string[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(inProject(parent)).map((name) => join(parent, name)),
  );
  return [...folders, 'scripts', 'e2e', 'bench'].filter((folder) =>
    existsSync(inProject(folder, 'tsconfig.json')),
  );
}

function isSvelteApp(folder: string): boolean {
  const file = inProject(folder, 'package.json');
  return existsSync(file) && /"svelte-check"/.test(readFileSync(file, 'utf8'));
}

function typesOf(folder: string): Check {
  const svelte = async () => {
    const cwd = inProject(folder);
    await tool('@sveltejs/kit/svelte-kit.js', ['sync'], cwd);
    await tool('svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human'], cwd);
  };
  const plain = () => tool('@typescript/native/bin/tsc', ['--noEmit', '-p', inProject(folder)]);
  return { name: `types of ${folder}`, run: isSvelteApp(folder) ? svelte : plain };
}

function listed(faults: string[]): void {
  if (faults.length > 0) throw new PlainError(faults.join('\n'));
}

/** Whether the reader states budgets for the size of what it sends. */
function sizeBudgets(): Check[] {
  const folder = ['apps/reader', '.'].find((path) => existsSync(inProject(path, '.size-limit.json')));
  if (folder === undefined) return [];
  return [{ name: 'size budgets', run: () => tool('size-limit/bin.js', [], inProject(folder)) }];
}

/** Everything that is checked without running the product. */
export function checks(): Check[] {
  return [
    { name: 'format', run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']) },
    { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['--max-warnings=0', '.']) },
    ...typedFolders().map(typesOf),
    { name: 'unused code and packages', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
    { name: 'lock file', run: async () => listed(lockFaults(inProject('package-lock.json'))) },
    { name: 'length of files', run: async () => listed(await overlongFiles()) },
    ...sizeBudgets(),
  ];
}

/** Formats and repairs what the tools can repair by themselves. */
export async function fix(): Promise<void> {
  await tool('eslint/bin/eslint.js', ['--fix', '.']).finally(() =>
    tool('prettier/bin/prettier.cjs', ['--write', '--log-level=warn', '.']),
  );
}
