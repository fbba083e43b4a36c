/** Progress on the terminal: one line when a phase begins, its time when it ends. */

// The product outlives its terminal: a closed pipe must not end it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The phases under way: a terminal keeps their names as its last line. @type {Set<string>} */
const current = new Set();

function draw() {
  if (process.stdout.isTTY && current.size > 0)
    process.stdout.write(`\r\u001b[K  ${[...current].join(', ')} …`);
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(process.stdout.isTTY && current.size > 0 ? `\r\u001b[K${text}\n` : `${text}\n`);
  draw();
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
  current.add(name);
  draw();
  const finish = (/** @type {string} */ mark) => {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    current.delete(name);
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
