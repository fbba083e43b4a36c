/** An error whose message is the whole story for the person at the terminal: it is printed without a stack. */
export class PlainError extends Error {
  /** @override */
  name = 'PlainError';
}

/**
 * Prints an error the way a person can use it: a plain sentence alone, or the stack when the fault is ours.
 * @param {unknown} error
 */
export function printError(error) {
  const plain = error instanceof Error && (error.name === 'PlainError' || error.name === 'PostgresError');
  const text = plain
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`\n${text}\n`);
}
