import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileError } from './data-lock.mjs';
import { PlainError } from './plain-error.mjs';

const versionFile = 'broadsheet-version';
const tokenFile = 'reader-token';

/** Refuses data that a newer version of Broadsheet has used: going back could lose what only it knows. */
export function refuseNewerData(dataDir: string, version: string): void {
  const file = join(dataDir, versionFile);
  if (!existsSync(file)) return;
  const written = readFileSync(file, 'utf8').trim();
  if (compareVersions(written, version) <= 0) return;
  throw new PlainError(
    `The data in ${dataDir} was last used by Broadsheet ${written}; this is the older ${version}. ` +
      `Nothing was changed. Start version ${written} or newer, or restore a copy from ${join(dataDir, 'backups')}.`,
  );
}

/** Notes which version uses the data from now on. */
export function writeVersion(dataDir: string, version: string): void {
  write(join(dataDir, versionFile), `${version}\n`, dataDir);
}

/** The secret that reader and API share, made on first use. */
export function readerToken(dataDir: string): string {
  const file = join(dataDir, tokenFile);
  if (!existsSync(file)) write(file, `${randomBytes(32).toString('base64url')}\n`, dataDir, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Negative when `a` is older than `b`; numbers are compared, what follows a hyphen is ignored. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function write(file: string, text: string, dataDir: string, mode = 0o644): void {
  try {
    writeFileSync(file, text, { mode });
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}
