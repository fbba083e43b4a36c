import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * Runs a statement by a name: PostgreSQL parses and plans it once on each connection, which is a good part of what a
 * short one costs. For what comes with every key; on a connection of its own, in no transaction of the caller's.
 * @param name of this text alone, at most 63 characters
 */
export async function planned<Row extends QueryResultRow>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { master } = dataSource.driver as PostgresDriver;
  const { rows } = await (master as Pool).query<Row>({ name, text, values });
  return rows;
}
