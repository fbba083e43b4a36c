import { startTestPostgres } from './test-postgres.ts';

/** Vitest's global set-up: TEST_DATABASE_URL as given, else a PostgreSQL for this run alone. */
export default async function provideTestDatabase(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const postgres = await startTestPostgres();
  process.env.TEST_DATABASE_URL = postgres.url;
  return postgres.stop;
}
