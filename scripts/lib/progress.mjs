/** Progress on the terminal: one line when a phase begins, its time when it ends. */

// The product outlives its terminal: a closed pipe must not end it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The line of the phase under way, which a terminal keeps as its last one. */
let current = '';

/** @param {string} text */
export function say(text) {
  process.stdout.write(current === '' ? `${text}\n` : `\r\u001b[K${text}\n${current}`);
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
  if (process.stdout.isTTY) {
    current = `  ${name} …`;
    process.stdout.write(current);
  }
  const finish = (/** @type {string} */ mark) => {
    if (current !== '') process.stdout.write('\r\u001b[K');
    current = '';
    say(`${mark} ${name} (${seconds(performance.now() - began)})`);
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
