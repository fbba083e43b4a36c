import { readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

const limit = 300;
const code = /\.(ts|mjs|js|svelte|css)$/;
const exempt = /(^|\/)(migrations|paraglide|messages|demo\/content)\//;

/** Files of code past the limit of lines: look for the second idea inside. */
export async function overlongFiles(): Promise<string[]> {
  const { stdout } = await runCommand('git', ['ls-files'], { quiet: true });
  return stdout
    .split('\n')
    .filter((path) => code.test(path) && !exempt.test(path))
    .map((path) => ({ path, lines: countLines(inProject(path)) }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${limit} are the limit.`);
}

/** A file that git still lists may just have been deleted. */
function countLines(file: string): number {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').length;
  } catch {
    return 0;
  }
}
