import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { runChecks } from './checks.ts';
import { provideChromium } from './chromium.ts';
import { PlainError, printError } from './plain-error.mjs';
import { phase, say } from './progress.mjs';
import { inProject, root } from './project.mjs';
import { runCommand, stopCommands } from './run-command.mjs';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';
import { runVitest, type Tally } from './vitest-run.ts';

export interface TestOptions {
  /** Apps (`api`), folders or files; everything when empty. */
  paths: string[];
  /** The full sizes of guarantees, instead of the small ones. */
  long: boolean;
}

const minutes = 60_000;

/**
 * Runs what was asked for and prints `N passed, N failed` as its last line, with what failed before it, because
 * a log is often read from its end. False when anything failed.
 */
export async function runTests(options: TestOptions): Promise<boolean> {
  if (options.long) process.env.TEST_LONG = '1';
  const run = new TestRun(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void run.stop().finally(() => process.exit(1)));
  }
  try {
    await run.everything();
  } finally {
    await run.stop();
  }
  if (run.failures.length > 0) say(['\nfailed', ...run.failures].join('\n- '));
  say(`${run.passed} passed, ${run.failed} failed`);
  return run.failed === 0;
}

class TestRun {
  passed = 0;
  failed = 0;
  readonly failures: string[] = [];
  readonly #options: TestOptions;
  #postgres: TestPostgres | null = null;

  constructor(options: TestOptions) {
    this.#options = options;
  }

  async everything(): Promise<void> {
    const { paths } = this.#options;
    const built = await this.#item('build', build);
    if (paths.length === 0) await runChecks(({ name, run }) => this.#item(name, run));
    const journeys = paths.filter((path) => isJourney(path));
    const tests = paths.filter((path) => !isJourney(path));
    if (built && paths.length === 0)
      await this.#item('entities and migrations agree', () => this.#migrations());
    if (paths.length === 0 || tests.length > 0) await this.#vitest('tests', ['--project=!e2e'], tests);
    const anyJourney = globSync('e2e/**/*.e2e.ts', { cwd: root }).length > 0;
    const wanted = paths.length === 0 || journeys.length > 0;
    if (built && anyJourney && wanted) await this.#journeys(journeys);
  }

  async stop(): Promise<void> {
    stopCommands();
    const postgres = this.#postgres;
    this.#postgres = null;
    await postgres?.stop();
  }

  async #database(): Promise<TestPostgres> {
    this.#postgres ??= await startTestPostgres();
    return this.#postgres;
  }

  async #migrations(): Promise<void> {
    const { url } = await this.#database();
    const script = inProject('apps', 'api', 'dist', 'database', 'generate-migration.js');
    const env = { DATABASE_URL: url };
    const options = { quiet: true, env, timeout: 2 * minutes };
    const { code, output } = await runCommand(process.execPath, [script, '--check'], options);
    if (code !== 0) throw new PlainError(output.trim());
  }

  async #journeys(paths: string[]): Promise<void> {
    let chromium = '';
    const found = await this.#item('Chromium for the journeys', async () => {
      chromium = await provideChromium();
    });
    if (found) await this.#vitest('journeys', ['--project=e2e'], paths, { CHROMIUM_PATH: chromium });
  }

  async #vitest(name: string, args: string[], paths: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const ready = this.#postgres ?? (await this.#item('PostgreSQL for the tests', () => this.#database()));
    if (!ready) return;
    const limit = (this.#options.long ? 90 : 25) * minutes;
    const variables = {
      ...env,
      NODE_ENV: 'test',
      TEST_DATABASE_URL: this.#postgres?.url,
    };
    say(`\n${name}`);
    this.#add(await runVitest(name, [...args, ...paths.map(filterOf)], variables, limit));
  }

  #add(tally: Tally): void {
    this.passed += tally.passed;
    this.failed += tally.failed;
    this.failures.push(...tally.failures);
  }

  /** Runs one item, prints what is wrong with it, and counts it. */
  async #item(name: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await phase(name, work);
      this.#add({ passed: 1, failed: 0, failures: [] });
      return true;
    } catch (error) {
      printError(error);
      this.#add({ passed: 0, failed: 1, failures: [`${name}, printed above`] });
      return false;
    }
  }
}

/** `api` and `document` are short for their folders; a path is made whole; anything else is part of a file's name. */
function filterOf(path: string): string {
  const places = [inProject('apps', path), inProject('packages', path), resolve(root, path)];
  const found = places.find((place) => existsSync(place));
  if (!found) return path;
  return statSync(found).isDirectory() ? join(found, '/') : found;
}

function isJourney(path: string): boolean {
  return filterOf(path).startsWith(inProject('e2e'));
}
