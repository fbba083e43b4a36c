import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** The pool under TypeORM, for hot reads: statements with a name are parsed and planned once per connection. */
export const publicPool = (dataSource: DataSource): pg.Pool =>
  (dataSource.driver as unknown as { master: pg.Pool }).master;
