#!/usr/bin/env node
// node scripts/run.mjs check | fix | db:generate <Name> | db:migrate | turbo …: the developer's commands.
import { ensureInstalled } from './lib/install.mjs';
import { printError } from './lib/plain-error.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';

try {
  await ensureInstalled();
  await continueOnProjectNode();
  const { developerCommand } = await import('./lib/developer-commands.ts');
  const [command = '', ...args] = process.argv.slice(2);
  process.exitCode = (await developerCommand(command, args)) ? 0 : 1;
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
