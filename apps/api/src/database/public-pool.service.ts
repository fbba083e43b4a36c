import { availableParallelism } from 'node:os';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { ENV, type Env } from '../env.ts';
import { connectionSettings } from './data-source.ts';

/** More than keep every core busy only wait for each other, and each connection plans every statement anew. */
const connections = Math.max(4, 2 * availableParallelism());

/**
 * Connections for what readers ask, apart from those that journalists write with: a rush of readers takes none of
 * theirs. Statements with a name are parsed and planned once per connection.
 */
@Injectable()
export class PublicPool implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(ENV) env: Env) {
    this.pool = new pg.Pool({
      connectionString: env.DATABASE_URL,
      max: connections,
      ...connectionSettings,
    });
    // one that breaks while idle is replaced by the next question, which says so if that fails
    this.pool.on('error', () => undefined);
  }

  query<Row extends pg.QueryResultRow>(
    question: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    return this.pool.query<Row>(question, values);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
