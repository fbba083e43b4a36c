/** Progress on the terminal: one line when a phase begins, its time when it ends. */

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs one phase and prints how long it took.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function phase(name, work) {
  const began = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`  ${name} …`);
  const finish = (/** @type {string} */ mark) => {
    const line = `${mark} ${name} (${seconds(performance.now() - began)})`;
    process.stdout.write(terminal ? `\r\u001b[K${line}\n` : `${line}\n`);
  };
  try {
    const result = await work();
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
