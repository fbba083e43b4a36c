import type { TestApp } from './create-test-app.ts';

/** Whether a transaction, or so many of them, wait for the lock of another one. */
export async function somebodyWaits(test: TestApp, atLeast = 1): Promise<boolean> {
  const rows: unknown[] = await test.dataSource.query(
    `select 1 from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
  );
  return rows.length >= atLeast;
}
