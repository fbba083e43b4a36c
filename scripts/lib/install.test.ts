import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchesLock } from './install.mjs';

describe('whether packages have to be installed', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-install-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const compare = (installed: object, locked: object) => {
    const [a, b] = [join(folder, 'installed.json'), join(folder, 'lock.json')];
    writeFileSync(a, JSON.stringify({ packages: installed }));
    writeFileSync(b, JSON.stringify({ packages: { '': {}, ...locked } }));
    return matchesLock(a, b);
  };
  const here = { os: [process.platform], cpu: [process.arch] };

  it('is not needed when everything locked is there', () => {
    expect(
      compare({ 'node_modules/zod': { version: '4.0.0' } }, { 'node_modules/zod': { version: '4.0.0' } }),
    ).toBe(true);
  });

  it('is needed for another version, a missing package and a leftover one', () => {
    const zod = { 'node_modules/zod': { version: '4.0.0' } };
    expect(compare({ 'node_modules/zod': { version: '3.0.0' } }, zod)).toBe(false);
    expect(compare({}, zod)).toBe(false);
    expect(compare({ ...zod, 'node_modules/left': { version: '1.0.0' } }, zod)).toBe(false);
  });

  it('asks for the programs of this platform, not for those of others', () => {
    const mine = { 'node_modules/node-here': { version: '26.0.0', optional: true, ...here } };
    const other = {
      'node_modules/node-there': { version: '26.0.0', optional: true, os: ['sunos'], cpu: ['x64'] },
    };
    expect(compare({}, other)).toBe(true);
    expect(compare({}, mine)).toBe(false);
  });

  it('is needed when nothing has been installed yet', () => {
    expect(matchesLock(join(folder, 'none.json'), join(folder, 'none.json'))).toBe(false);
  });
});
