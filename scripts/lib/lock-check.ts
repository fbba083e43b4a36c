import { readFileSync } from 'node:fs';

interface LockEntry {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
}

/**
 * What would make `npm ci` fail or fetch from an unsafe place on another machine: a package for another platform
 * that npm left out of the lock without a word, or an address without encryption.
 */
export function lockFaults(file: string): string[] {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const faults: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!names.has(name))
        faults.push(`${path || 'package.json'} wants ${name}, which the lock file does not have.`);
    }
    if (entry.resolved?.startsWith('http:'))
      faults.push(`${path} is fetched without encryption: ${entry.resolved}`);
  }
  return faults;
}
