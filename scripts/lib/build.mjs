import { PlainError } from './plain-error.mjs';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs turbo on the project's Node, without telemetry.
 * @param {string[]} args @param {import('./run-command.mjs').CommandOptions} [options]
 */
export function turbo(args, options) {
  return runCommand(process.execPath, [inProject('node_modules', 'turbo', 'bin', 'turbo'), ...args], {
    quiet: true,
    ...options,
    env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  });
}

/** Builds what has changed since the last time; turbo's cache makes the rest free. */
export async function build() {
  const { code, output } = await turbo(['run', 'build', '--output-logs=errors-only', '--no-update-notifier']);
  if (code === 0) return;
  throw new PlainError(
    `${output.trim()}\n\nThe build failed (see above). Nothing was started, your data is untouched.`,
  );
}
