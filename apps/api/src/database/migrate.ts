import { openDataSource } from './data-source.ts';

/**
 * `node migrate.js` brings the database to this version, all in one transaction; `--pending` only tells what is missing.
 * Prints one line of JSON: { "pending": number } or { "applied": string[] }.
 */
async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: it must be a postgresql:// address.');
  const dataSource = await openDataSource(url);
  try {
    if (process.argv.includes('--pending')) {
      const pending = await dataSource.showMigrations();
      process.stdout.write(`${JSON.stringify({ pending: pending ? 1 : 0 })}\n`);
    } else {
      const applied = await dataSource.runMigrations({ transaction: 'all' });
      process.stdout.write(`${JSON.stringify({ applied: applied.map((migration) => migration.name) })}\n`);
    }
  } finally {
    await dataSource.destroy();
  }
}

await run();
