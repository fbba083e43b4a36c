import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * A process that can be told from a later one with the same number.
 * @typedef {{ pid: number, started: string }} ProcessMark
 */

/** Who uses a data folder, and what it has started. @typedef {ProcessMark & { children: ProcessMark[] }} LockContent */

/**
 * When a process began, as the system tells it; null when there is no such process.
 * @param {number} pid @returns {string | null}
 */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // State Z is a process that has ended and waits to be counted; field 22 is its start in clock ticks.
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    process.kill(pid, 0);
    return 'running';
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {ProcessMark} */
export const mark = (pid) => ({ pid, started: startOf(pid) ?? 'ended' });

/** @param {ProcessMark} process */
export const isAlive = ({ pid, started }) => startOf(pid) === started;

/** @param {string} dataDir */
const lockFile = (dataDir) => join(dataDir, 'running.json');

/** @param {string} dataDir @returns {LockContent | null} */
function readLock(dataDir) {
  try {
    return JSON.parse(readFileSync(lockFile(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Refuses when another start uses this data folder.
 * @param {string} dataDir
 */
export function refuseIfInUse(dataDir) {
  const lock = readLock(dataDir);
  if (!lock || lock.pid === process.pid || !isAlive(lock)) return;
  throw new PlainError(
    `Broadsheet is already running on the data folder ${dataDir} (process ${lock.pid}). Nothing was changed. ` +
      'Stop that one first (Ctrl-C in its terminal), or give this one a folder and ports of its own: ' +
      'npm start -- --data .data-2 --port 4000',
  );
}

/** The data folder held by this process until `release`. */
export class DataLock {
  /** @param {string} dataDir @param {ProcessMark[]} leftovers */
  constructor(dataDir, leftovers) {
    this.dataDir = dataDir;
    /** What a start that was killed has left running. */
    this.leftovers = leftovers;
    /** @type {ProcessMark[]} */
    this.children = [];
  }

  /** Notes the processes started from here, so that the next start can end them should this one be killed. @param {number[]} pids */
  setChildren(pids) {
    this.children = pids.map(mark);
    writeFileSync(lockFile(this.dataDir), this.#content());
  }

  release() {
    rmSync(lockFile(this.dataDir), { force: true });
  }

  #content() {
    return JSON.stringify({ ...mark(process.pid), children: this.children });
  }

  /**
   * Takes the data folder, which is made if need be, or refuses with a plain sentence.
   * @param {string} dataDir
   */
  static take(dataDir) {
    try {
      mkdirSync(dataDir, { recursive: true });
      refuseIfInUse(dataDir);
      const leftovers = (readLock(dataDir)?.children ?? []).filter(isAlive);
      rmSync(lockFile(dataDir), { force: true });
      const lock = new DataLock(dataDir, leftovers);
      writeFileSync(lockFile(dataDir), lock.#content(), { flag: 'wx' });
      return lock;
    } catch (error) {
      throw explainFileError(error, dataDir);
    }
  }
}

/**
 * Turns a refusal of the file system into a sentence about the data folder.
 * @param {unknown} error @param {string} dataDir
 */
export function explainFileError(error, dataDir) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PlainError(
      `The disk that holds ${dataDir} is full. What is stored is safe, nothing was started. ` +
        'Free some space, or choose another place with --data.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new PlainError(
      `The data folder ${dataDir} cannot be written (${code}). Nothing was started. ` +
        'Give this user the right to write there, or choose another place with --data.',
    );
  }
  if (code === 'EEXIST') {
    return new PlainError(
      `Another start of Broadsheet is just taking the data folder ${dataDir}. Nothing was changed.`,
    );
  }
  return error;
}
