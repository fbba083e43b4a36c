import { PlainError } from './plain-error.mjs';

/** What the API says about a database before it is migrated. */
export interface MigrationState {
  /** How many migrations it still needs. */
  pending: number;
  /** Migrations it has had that this version does not know. */
  unknown: string[];
}

/** Reads the line of JSON among what `migrate.js --pending` printed. */
export function readMigrationState(output: string): MigrationState {
  const line = output.split('\n').find((text) => text.startsWith('{'));
  if (line === undefined)
    throw new PlainError(`The database did not tell its state. Nothing was changed.\n${output}`);
  return JSON.parse(line) as MigrationState;
}

/** Refuses a database that a newer version has changed. */
export function refuseUnknown({ unknown }: MigrationState): void {
  if (unknown.length === 0) return;
  throw new PlainError(
    `The database was last used by a newer version of Broadsheet (it knows ${unknown.at(-1)}, this version does not). ` +
      'Nothing was changed. Start the newer version, or restore a copy made before it.',
  );
}
