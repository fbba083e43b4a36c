import type { Pool, QueryResultRow } from 'pg';
import { EntityManager, type DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * Runs a statement by a name: PostgreSQL parses and plans it once on each connection, which is a good part of what a
 * short one costs. For what comes with every key. In a transaction of the caller's it is a statement like any other.
 * @param name of this text alone, at most 63 characters
 */
export async function planned<Row extends QueryResultRow>(
  executor: EntityManager | DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (executor instanceof EntityManager) return executor.query(text, values);
  const { master } = executor.driver as PostgresDriver;
  const { rows } = await (master as Pool).query<Row>({ name, text, values });
  return rows;
}
