import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { TIMINGS, type Timings } from '../env.ts';

/** Every queue with what its jobs carry. */
export interface JobData {
  /** Makes the files of a picture that are not made yet: what the newsroom sees, and what readers may ask for. */
  renditions: { mediaId: string };
  /** Takes files away whose store did not answer when it was to be done. */
  'unused-files': { mediaId: string; name: string | null };
}
export type Queue = keyof JobData;
type Handler<Q extends Queue> = (data: JobData[Q]) => Promise<void>;

const seconds = 1000;

/**
 * Work that can wait, kept in the same PostgreSQL and done at least once by any process, one job of a queue at a time
 * in each. Handlers are idempotent. Timed publication is not among it.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly handlers = new Map<Queue, Handler<Queue>>();
  private ready: Promise<void> | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {
    const { master } = dataSource.driver as unknown as { master: pg.Pool };
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => master.query(text, values as unknown[]) },
      schema: 'job',
      schedule: false,
      monitorVacuum: false,
      reindex: false,
    });
    this.boss.on('error', (error) => this.logger.warn(`The jobs: ${String(error)}`));
  }

  /** Says who does the jobs of a queue. Before the application has begun. */
  handle<Q extends Queue>(queue: Q, handler: Handler<Q>): void {
    this.handlers.set(queue, handler as Handler<Queue>);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.begin();
    for (const [queue, handler] of this.handlers)
      await this.boss.work<JobData[Queue]>(
        queue,
        { pollingIntervalSeconds: this.timings.jobPoll / seconds, batchSize: 1 },
        async ([job]) => {
          if (job) await handler(job.data);
        },
      );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.ready) await this.boss.stop({ graceful: true, timeout: 5 * seconds, close: false });
  }

  /** Part of the caller's transaction: there is no job without what it is for. */
  async send<Q extends Queue>(manager: EntityManager, queue: Q, data: JobData[Q]): Promise<void> {
    await this.begin();
    await this.boss.send(queue, data, {
      db: {
        executeSql: async (text, values) => ({
          rows: rowsOf(await manager.query(text, values as unknown[])),
        }),
      },
    });
  }

  /** The tables of jobs are pg-boss' own; it makes them, under a lock, and brings them to its version. */
  private begin(): Promise<void> {
    return (this.ready ??= (async () => {
      await this.boss.start();
      for (const queue of this.handlers.keys())
        await this.boss.createQueue(queue, {
          retryLimit: 5,
          retryDelay: 30,
          retryBackoff: true,
          expireInSeconds: 900,
          deleteAfterSeconds: 24 * 60 * 60,
        });
    })());
  }
}

/** TypeORM answers updates with rows and a count. */
const rowsOf = (answer: unknown): unknown[] => {
  const [first] = answer as unknown[];
  return Array.isArray(first) ? (first as unknown[]) : (answer as unknown[]);
};
