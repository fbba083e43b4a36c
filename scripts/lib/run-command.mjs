import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {string} [cwd] the repository's folder unless given
 * @property {boolean} [quiet] keep the output instead of passing it on
 * @property {number} [timeout] milliseconds after which the command and its children are killed
 */

/** @typedef {{ code: number, stdout: string, output: string, timedOut: boolean }} CommandResult */

/** Process groups still running, so that an interrupted script leaves nothing behind. @type {Set<number>} */
const running = new Set();

/**
 * Kills a command with everything it started.
 * @param {number} pid @param {NodeJS.Signals} signal
 */
function killGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}

/** Stops every command that `runCommand` started and that is still running. */
export function stopCommands() {
  for (const pid of running) killGroup(pid, 'SIGTERM');
}

/**
 * Runs a program to its end; never throws for a non-zero exit code.
 * @param {string} program @param {string[]} args @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let output = '';
    let stdout = '';
    let timedOut = false;
    if (child.pid) running.add(child.pid);
    const timer = setTimeout(() => {
      timedOut = true;
      if (child.pid) killGroup(child.pid, 'SIGKILL');
    }, options.timeout ?? 2_147_483_647);
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (from === child.stdout) stdout += text;
        if (!options.quiet) to.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (child.pid) running.delete(child.pid);
      resolve({ code: code ?? 1, stdout, output, timedOut });
    });
  });
}
