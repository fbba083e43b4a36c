#!/usr/bin/env node
// Runs on any Node from 20 on: installs, continues on the project's own Node, builds, runs. No dependencies here.
import module from 'node:module';
import { build } from './lib/build.mjs';
import { refuseIfInUse } from './lib/data-lock.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { printError } from './lib/plain-error.mjs';
import { phase, say } from './lib/progress.mjs';
import { compileCache } from './lib/project.mjs';
import { continueOnProjectNode } from './lib/project-node.mjs';
import { parseStartOptions, usage } from './lib/start-options.mjs';
import { compileOnce } from './lib/compile-once.mjs';

try {
  const options = parseStartOptions(process.argv.slice(2), process.env);
  if (options.help) {
    say(usage);
  } else {
    refuseIfInUse(options.data);
    await ensureInstalled();
    await continueOnProjectNode();
    await compileOnce();
    module.enableCompileCache(compileCache);
    const { Product } = await import('./lib/product.ts');
    const product = new Product(options);
    await product.start(() => phase('Building', build));
  }
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
