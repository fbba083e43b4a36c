import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The process of a server that still runs on this folder though whoever started it is gone; else null. */
function findOrphan(dataDir: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
  return pid > 0 && commandOf(pid).includes(dataDir) ? pid : null;
}

/**
 * Ends such a server in good order. A lock left by a crash is removed when its number now belongs to another
 * program, which PostgreSQL itself would take for the old server.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const pid = findOrphan(dataDir);
  if (pid === null) {
    rmSync(join(dataDir, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [signal, limit] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 15_000],
  ] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + limit;
    while (Date.now() < deadline) {
      if (!commandOf(pid).includes(dataDir)) return;
      await delay(20);
    }
  }
}

/** The command line of a process; empty when there is none. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
