import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareVersions, readerToken, refuseNewerData, writeVersion } from './data-folder.ts';

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused when a newer version has used it, and left as it was', () => {
    writeVersion(folder, '1.10.0');
    expect(() => refuseNewerData(folder, '1.9.3')).toThrow('1.10.0');
    expect(readFileSync(join(folder, 'broadsheet-version'), 'utf8')).toBe('1.10.0\n');
  });

  it('is taken when it is new, of the same version or of an older one', () => {
    refuseNewerData(folder, '0.1.0');
    writeVersion(folder, '0.1.0');
    refuseNewerData(folder, '0.1.0');
    refuseNewerData(folder, '0.2.0');
  });

  it('keeps one secret for reader and API, for its owner alone', () => {
    const token = readerToken(folder);
    expect(token).toHaveLength(43);
    expect(readerToken(folder)).toBe(token);
    expect(statSync(join(folder, 'reader-token')).mode & 0o777).toBe(0o600);
  });

  it('compares versions by number, not by letter', () => {
    expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
    expect(compareVersions('1.0.0', '1.0.0-rc.1')).toBe(0);
  });
});
