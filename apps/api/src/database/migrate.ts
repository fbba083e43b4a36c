import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';

/**
 * `node migrate.js` brings the database to this version, all in one transaction; `--pending` only tells what is missing.
 * Prints one line of JSON: { "pending": number, "unknown": string[] } or { "applied": string[] }. Unknown are the
 * migrations of a newer version: data that this one must not touch.
 */
async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: it must be a postgresql:// address.');
  const dataSource = await openDataSource(url);
  try {
    await refuseOldServer(dataSource);
    if (process.argv.includes('--pending')) {
      const applied = await appliedMigrations(dataSource);
      const names = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
      const pending = names.filter((name) => !applied.includes(name)).length;
      const unknown = applied.filter((name) => !names.includes(name));
      process.stdout.write(`${JSON.stringify({ pending, unknown })}\n`);
    } else {
      const applied = await dataSource.runMigrations({ transaction: 'all' });
      process.stdout.write(`${JSON.stringify({ applied: applied.map((migration) => migration.name) })}\n`);
    }
  } finally {
    await dataSource.destroy();
  }
}

const oldestServer = 160_000;

/** @throws Error for a PostgreSQL that lacks what the statements of this version need; nothing was changed then */
async function refuseOldServer(dataSource: DataSource): Promise<void> {
  const [server] = await dataSource.query<{ number: string; version: string }[]>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  if (Number(server?.number) >= oldestServer) return;
  throw new Error(
    `The database is PostgreSQL ${server?.version ?? 'of an unknown version'}; Broadsheet needs 16 or newer. ` +
      'Nothing was changed. Upgrade it and run this again.',
  );
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [found] = await dataSource.query<{ there: boolean }[]>(
    `select to_regclass('migration') is not null as there`,
  );
  if (!found?.there) return [];
  const rows = await dataSource.query<{ name: string }[]>('select name from migration order by id');
  return rows.map((row) => row.name);
}

await run();
