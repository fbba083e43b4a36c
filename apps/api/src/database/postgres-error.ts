/** A failure of the database server, told in a plain sentence for the person who starts it. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
}

const causes: readonly [RegExp, (dataDir: string) => string][] = [
  [
    /No space left on device|could not resize shared memory/i,
    (dataDir) =>
      `The disk that holds ${dataDir} is full. What is stored is safe. Free some space and start again.`,
  ],
  [
    /Address already in use|could not create any TCP\/IP sockets/i,
    () =>
      'The port for the database is taken by another program. Nothing was changed. Choose others with --port.',
  ],
  [
    /Permission denied|has wrong ownership|has invalid permissions|Operation not permitted/i,
    (dataDir) =>
      `The database cannot read and write its folder ${dataDir}. What is stored is safe. ` +
      'Start Broadsheet as the user who started it first, or give that folder to this user.',
  ],
];

/** Finds the sentence for what the server wrote before it ended; its own words follow. */
export function explainFailure(dataDir: string, log: string): PostgresError {
  const cause = causes.find(([pattern]) => pattern.test(log));
  const sentence =
    cause?.[1](dataDir) ?? `The database in ${dataDir} did not start. What is stored was not changed.`;
  const lines = log.trim().split('\n');
  const grave = lines.filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  return new PostgresError(`${sentence}\nPostgreSQL said:\n${(grave.length > 0 ? grave : lines).join('\n')}`);
}
