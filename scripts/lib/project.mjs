import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inProject = (...parts) => join(root, ...parts);

/** The product's version, from the root package.json. @returns {string} */
export function productVersion() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
}

/** Where Node keeps what it has compiled: TypeScript read once is not stripped again, by a tool that takes 20 MB. */
export const compileCache = inProject('node_modules', '.cache', 'node');
