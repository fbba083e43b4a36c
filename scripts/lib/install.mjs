import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { PlainError } from './plain-error.mjs';
import { inProject } from './project.mjs';
import { phase } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const stampFile = inProject('node_modules', '.broadsheet-stamp');

/** What the installed packages must match: the lock file, on this platform. */
function wantedStamp() {
  const lock = readFileSync(inProject('package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Installs the packages of the lock file, only when they are not the ones already there. */
export async function ensureInstalled() {
  const wanted = wantedStamp();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === wanted) return;
  if (!matchesLock(inProject('node_modules', '.package-lock.json'), inProject('package-lock.json'))) {
    await phase('Installing packages', install);
  }
  writeFileSync(stampFile, wanted);
}

/**
 * Whether npm's own record of what it installed equals the lock file: true after `npm install <package>`,
 * so that adding a package by hand is not followed by a second, full installation.
 * @param {string} installedFile @param {string} lockFile
 */
export function matchesLock(installedFile, lockFile) {
  if (!existsSync(installedFile)) return false;
  /** @type {Record<string, LockEntry>} */
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  /** @type {Record<string, LockEntry>} */
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const wanted = Object.entries(locked).filter(([path, entry]) => path !== '' && belongsHere(entry));
  return (
    wanted.every(([path, entry]) => installed[path]?.version === entry.version) &&
    Object.keys(installed).every((path) => path in locked)
  );
}

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry */

/** Optional packages may stay away; only those made for exactly this machine must be there. @param {LockEntry} entry */
function belongsHere(entry) {
  if (!entry.optional) return true;
  return Boolean(
    entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && entry.libc === undefined,
  );
}

async function install() {
  refuseLinkedPackages();
  // NODE_ENV=production or an npm setting must not leave out what the build needs.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { code, output } = npm
    ? await runCommand(process.execPath, [npm, ...args], { quiet: true })
    : await runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true });
  if (code !== 0) {
    throw new PlainError(
      `${output.trim()}\n\nThe packages could not be installed (npm said the above). ` +
        'Your data is untouched. Check the network and the free disk space, then run the command again.',
    );
  }
}

/** npm empties the folder before it fills it: through a link that would be another tree's. */
function refuseLinkedPackages() {
  const folder = inProject('node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new PlainError(
    `${folder} is a link to the packages of another folder, and they do not match this package-lock.json. ` +
      'Nothing was changed. Remove the link and run the command again.',
  );
}
