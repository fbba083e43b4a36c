import { provideChromium } from './chromium.ts';
import { startTestPostgres } from './test-postgres.ts';

/**
 * Vitest's global set-up for the journeys: TEST_DATABASE_URL and CHROMIUM_PATH as given by `npm test`, else
 * a PostgreSQL and a browser found for this run alone.
 */
export default async function prepareJourneys(): Promise<(() => Promise<void>) | undefined> {
  process.env.CHROMIUM_PATH ??= await provideChromium();
  if (process.env.TEST_DATABASE_URL) return undefined;
  const postgres = await startTestPostgres();
  process.env.TEST_DATABASE_URL = postgres.url;
  return postgres.stop;
}
