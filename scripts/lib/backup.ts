import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { explainFileError } from './data-lock.mjs';
import { PlainError } from './plain-error.mjs';

const kept = 2;

/**
 * Copies the stopped cluster to `backups/` before it is migrated; the last two copies stay.
 * Returns the copy's folder. Refuses with a plain sentence when the disk has no room for it.
 */
export function copyCluster(dataDir: string, clusterDir: string, version: string, now: Date): string {
  const backups = join(dataDir, 'backups');
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const target = join(backups, `${stamp}-before-${version}`);
  refuseWithoutRoom(dataDir, clusterDir);
  try {
    mkdirSync(backups, { recursive: true, mode: 0o700 });
    rmSync(`${target}.new`, { recursive: true, force: true });
    cpSync(clusterDir, `${target}.new`, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    copyOwner(clusterDir, `${target}.new`);
    renameSync(`${target}.new`, target);
  } catch (error) {
    rmSync(`${target}.new`, { recursive: true, force: true });
    throw explainFileError(error, dataDir);
  }
  dropOldCopies(backups);
  return target;
}

function dropOldCopies(backups: string): void {
  const copies = readdirSync(backups).filter((name) => /^\d{4}-\d\d-\d\dT.*-before-/.test(name));
  for (const old of copies.sort().slice(0, -kept))
    rmSync(join(backups, old), { recursive: true, force: true });
}

function refuseWithoutRoom(dataDir: string, clusterDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const needed = sizeOf(clusterDir);
  if (bavail * bsize > needed * 1.1) return;
  throw new PlainError(
    `The database must be brought up to date, and the disk has no room to copy it first (${megabytes(needed)} needed, ` +
      `${megabytes(bavail * bsize)} free). Nothing was changed. Free some space and start again.`,
  );
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

function walk(folder: string, visit: (path: string) => void): void {
  visit(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, visit);
    else if (entry.isFile() && existsSync(path)) visit(path);
  }
}

function sizeOf(folder: string): number {
  let bytes = 0;
  walk(folder, (path) => (bytes += statSync(path).size));
  return bytes;
}

/** The copy must belong to the server's user, else the server refuses it when it is restored. */
function copyOwner(from: string, to: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(from);
  walk(to, (path) => chownSync(path, uid, gid));
}
