import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import { build, turbo } from './build.mjs';
import { fix, runChecks } from './checks.ts';
import { DataLock } from './data-lock.mjs';
import { PlainError, printError } from './plain-error.mjs';
import { freePort } from './ports.ts';
import { phase } from './progress.mjs';
import { inProject } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { startTestPostgres } from './test-postgres.ts';

/** Runs one of the developer's commands; false when it found something wrong. */
export async function developerCommand(command: string, args: string[]): Promise<boolean> {
  switch (command) {
    case 'check':
      return check();
    case 'fix':
      await phase('Formatting and repairing', fix);
      return true;
    case 'turbo':
      return (await turbo(args, { quiet: false })).code === 0;
    case 'db:generate':
      return generateMigration(args);
    case 'db:migrate':
      return migrate();
    default:
      throw new PlainError(`There is no command "${command}": check, fix, turbo, db:generate or db:migrate.`);
  }
}

async function check(): Promise<boolean> {
  let whole = true;
  await phase('build', build);
  await runChecks(({ name, run }) =>
    phase(name, run).catch((error: unknown) => {
      printError(error);
      whole = false;
    }),
  );
  return whole;
}

/** Compares entities and migrations on an empty database and writes the difference as a new migration. */
async function generateMigration(args: string[]): Promise<boolean> {
  await phase('Building', build);
  const postgres = await startTestPostgres();
  try {
    return await api('generate-migration.js', args, postgres.url);
  } finally {
    await postgres.stop();
  }
}

/** Migrates the database of DATABASE_URL, or the embedded one of the data folder, which must not be in use. */
async function migrate(): Promise<boolean> {
  await phase('Building', build);
  if (process.env.DATABASE_URL) return api('migrate.js', [], process.env.DATABASE_URL);
  const dataDir = inProject('.data');
  const cluster = join(dataDir, 'postgres');
  if (!existsSync(cluster)) throw new PlainError('There is no embedded database yet: npm start makes it.');
  const lock = DataLock.take(dataDir);
  const postgres = await EmbeddedPostgres.start({ dataDir: cluster, port: await freePort() });
  try {
    return await api('migrate.js', [], postgres.url);
  } finally {
    await postgres.stop();
    lock.release();
  }
}

async function api(script: string, args: string[], databaseUrl: string): Promise<boolean> {
  const path = inProject('apps', 'api', 'dist', 'database', script);
  const { code } = await runCommand(process.execPath, [path, ...args], {
    env: { DATABASE_URL: databaseUrl },
  });
  return code === 0;
}
