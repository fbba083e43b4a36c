#!/usr/bin/env node
// npm test [-- <app, folder or file> …] [--long]: installs, builds, checks, tests. Runs on any Node from 20 on.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { printError } from './lib/plain-error.mjs';
import { say } from './lib/progress.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';

try {
  const { values, positionals } = parseArgs({
    options: { long: { type: 'boolean' } },
    allowPositionals: true,
  });
  await ensureInstalled();
  await continueOnProjectNode();
  const { runTests } = await import('./lib/test-run.ts');
  process.exitCode = (await runTests({ paths: positionals, long: Boolean(values.long) })) ? 0 : 1;
} catch (error) {
  printError(error);
  say('0 passed, 1 failed');
  process.exitCode = 1;
}
