import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataLock, explainFileError, isAlive, mark, refuseIfInUse, startOf } from './data-lock.mjs';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (content: object) => writeFileSync(join(folder, 'running.json'), JSON.stringify(content));

  it('refuses a second start while the first one lives, and says which it is', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(other, 'spawn');
    write({ ...mark(other.pid ?? 0), children: [] });
    expect(() => refuseIfInUse(folder)).toThrow(`process ${other.pid}`);
    expect(() => DataLock.take(folder)).toThrow('already running');
    other.kill('SIGKILL');
    await once(other, 'exit');
    DataLock.take(folder).release();
  });

  it('is free when its process has gone and another has been given the same number', () => {
    write({ pid: process.ppid, started: 'long ago', children: [] });
    DataLock.take(folder).release();
  });

  it('tells the next start what a killed one has left running', async () => {
    const orphan = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(orphan, 'spawn');
    const children = [mark(orphan.pid ?? 0), { pid: process.pid, started: 'another process' }];
    write({ pid: 999_999_999, started: 'gone', children });
    expect(DataLock.take(folder).leftovers).toEqual([mark(orphan.pid ?? 0)]);
    orphan.kill('SIGKILL');
    await once(orphan, 'exit');
  });

  it('is free after a crash that left half of it written', () => {
    writeFileSync(join(folder, 'running.json'), '{"pid": 12');
    DataLock.take(folder).release();
  });

  it('tells a living process from one that has ended', () => {
    expect(isAlive(mark(process.pid))).toBe(true);
    expect(startOf(999_999_999)).toBeNull();
  });

  it('says in a sentence that the disk is full or the folder closed', () => {
    const fault = (code: string) => explainFileError(Object.assign(new Error(code), { code }), '/srv/data');
    expect(String(fault('ENOSPC'))).toContain('The disk that holds /srv/data is full');
    expect(String(fault('EROFS'))).toContain('/srv/data cannot be written');
  });
});
