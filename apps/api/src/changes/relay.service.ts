import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';

/** Any number that nothing else locks by; one relay at a time holds it. */
const relayLock = 7_305_118;
const batch = 1000;
const keptDays = 7;
const pruneEvery = 60 * 60 * 1000;

/**
 * Numbers outbox rows after their commit, one relay at a time, so that whoever has seen number n misses none before.
 * They go by PostgreSQL's clock: ids of one millisecond are in no order.
 * Old rows go after a week; the newest always stays, because it carries the number to go on from.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private timer: NodeJS.Timeout | null = null;
  private pruned = Date.now();
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onApplicationBootstrap(): void {
    this.notices.on('outbox', () => this.wake());
    this.notices.onGap(() => this.wake());
    this.timer = setInterval(() => this.wake(), this.timings.relayPoll);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Looks now, or once more after the look that is under way. */
  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.look()
      .catch((error: unknown) => this.logger.error(`Passing on changes failed: ${String(error)}`))
      .finally(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  private async look(): Promise<void> {
    const waiting: unknown[] = await this.dataSource.query(
      'select 1 from outbox where number is null limit 1',
    );
    if (waiting.length > 0) while ((await this.number()) === batch);
    if (Date.now() - this.pruned > pruneEvery) await this.prune();
  }

  /** Numbers what waits, at most a batch. @returns how many */
  private async number(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [relayLock]);
      const [rows]: [{ number: string }[], number] = await manager.query(
        `with waiting as (
           select id, row_number() over (order by created_at, id) as place
             from (select id, created_at from outbox where number is null order by created_at, id limit ${batch}) w)
         update outbox o set number = (select coalesce(max(number), 0) from outbox) + waiting.place
           from waiting where o.id = waiting.id returning o.number`,
      );
      if (rows.length > 0) await this.notices.send(manager, 'change', '');
      return rows.length;
    });
  }

  private async prune(): Promise<void> {
    this.pruned = Date.now();
    await this.dataSource.query(
      `delete from outbox where created_at < now() - interval '${keptDays} days'
          and number < (select max(number) from outbox)`,
    );
  }
}
