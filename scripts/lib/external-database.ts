import { Client } from 'pg';
import { PlainError } from './plain-error.mjs';

const oldest = 160_000;

/** Checks that DATABASE_URL leads to a PostgreSQL of version 16 or newer, and says plainly what is wrong. */
export async function checkDatabase(url: string): Promise<void> {
  const place = placeOf(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  let version: { server_version_num: string; server_version: string } | undefined;
  try {
    await client.connect();
    const sql = `SELECT current_setting('server_version_num') AS server_version_num,
      current_setting('server_version') AS server_version`;
    version = (await client.query<{ server_version_num: string; server_version: string }>(sql)).rows[0];
  } catch (error) {
    throw new PlainError(
      `The database at ${place} (DATABASE_URL) cannot be used: ${reasonOf(error)}. Nothing was started. ` +
        'Check that it runs, and that the name, password and database in DATABASE_URL are right.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (Number(version?.server_version_num) >= oldest) return;
  throw new PlainError(
    `The database at ${place} (DATABASE_URL) is PostgreSQL ${version?.server_version}; ` +
      'Broadsheet needs 16 or newer. Nothing was changed. Upgrade it, or leave DATABASE_URL out to use the embedded one.',
  );
}

/** Host, port and database of a connection URL, never its password. */
function placeOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new PlainError(
      'DATABASE_URL is not the address of a PostgreSQL database. Nothing was started. ' +
        'It looks like postgres://name:password@host:5432/database.',
    );
  }
  return `${parsed.host}${parsed.pathname}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || 'no answer';
}
