#!/usr/bin/env node
// npm run bench [-- <part of a name> …]: runs bench/*.bench.{mjs,ts} one after another and prints one table.
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { printError } from './lib/plain-error.mjs';
import { phase } from './lib/progress.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';

try {
  await ensureInstalled();
  await continueOnProjectNode();
  await phase('Building', build);
  const { runBenches } = await import('./lib/benches.ts');
  process.exitCode = (await runBenches(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
