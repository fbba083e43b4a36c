import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFaults } from './lock-check.ts';

describe('the lock file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-lockfile-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const faults = (packages: object) => {
    const file = join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify({ packages }));
    return lockFaults(file);
  };

  it('must hold the binaries of every platform, not only of the one it was made on', () => {
    const turbo = { optionalDependencies: { 'turbo-linux': '2.0.0', 'turbo-darwin': '2.0.0' } };
    const found = faults({ 'node_modules/turbo': turbo, 'node_modules/turbo-linux': {} });
    expect(found).toEqual(['node_modules/turbo wants turbo-darwin, which the lock file does not have.']);
  });

  it('accepts a binary that is locked inside the package that wants it', () => {
    const nested = { 'node_modules/turbo/node_modules/turbo-linux': {} };
    expect(
      faults({ 'node_modules/turbo': { optionalDependencies: { 'turbo-linux': '2' } }, ...nested }),
    ).toEqual([]);
  });

  it('must not fetch without encryption', () => {
    expect(faults({ 'node_modules/zod': { resolved: 'http://registry.example/zod.tgz' } })).toHaveLength(1);
  });
});
