import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compileCache, inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

const product = pathToFileURL(inProject('scripts', 'lib', 'product.ts')).href;
const compile = `require('node:module').enableCompileCache(process.env.COMPILE_CACHE); import('${product}')`;

/**
 * The first start on a machine turns TypeScript into JavaScript, and what does that takes 30 MB for as long as the
 * process lives. So a process that ends does it, and this one finds the result.
 */
export async function compileOnce() {
  if (existsSync(compileCache)) return;
  // should it fail, this process does the work itself
  await runCommand(process.execPath, ['-e', compile], { quiet: true, env: { COMPILE_CACHE: compileCache } });
}
