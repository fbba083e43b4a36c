import type { TestApp } from './create-test-app.ts';

/** The database refuses every row of a table with an error of its own, as it does on a full disk, until `end`. */
export async function refuseInserts(
  test: TestApp,
  table: string,
  sqlState: string,
  message: string,
): Promise<{ end: () => Promise<void> }> {
  await test.dataSource.query(
    `create function refuse_${table}() returns trigger language plpgsql as
       $$ begin raise exception '${message}' using errcode = '${sqlState}'; end $$`,
  );
  await test.dataSource.query(
    `create trigger refuse before insert on ${table} for each row execute function refuse_${table}()`,
  );
  return {
    end: async () => void (await test.dataSource.query(`drop function refuse_${table} cascade`)),
  };
}
