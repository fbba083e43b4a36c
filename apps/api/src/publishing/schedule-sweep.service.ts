import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockedArticle } from '../articles/article-rows.ts';
import { toDomainError } from '../common/to-domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { readFrozen } from '../revisions/freeze.ts';
import { PublishingService } from './publishing.service.ts';

/** An article that failed is tried again after this many milliseconds, so that it holds up nobody else. */
const retryAfter = 30_000;
const batch = 200;

/**
 * Publishes what is due. Every process looks each second; the row's lock decides who publishes, and the database's
 * clock when, so that an article comes out exactly once whatever the processes' clocks say.
 */
@Injectable()
export class ScheduleSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ScheduleSweep.name);
  private readonly failed = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(PublishingService) private readonly publishing: PublishingService,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (this.running) return;
      this.running = this.sweep()
        .catch((error: unknown) => this.logger.error(`Looking for due articles failed: ${String(error)}`))
        .finally(() => {
          this.running = null;
        });
    }, this.timings.scheduleSweep);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Publishes every due article that no other process is at. */
  private async sweep(): Promise<void> {
    const now = Date.now();
    for (const [id, since] of this.failed) if (now - since > retryAfter) this.failed.delete(id);
    const due: { id: string }[] = await this.dataSource.query(
      `select id from article where publish_at <= now() and id <> all($1::uuid[]) order by publish_at limit ${batch}`,
      [[...this.failed.keys()]],
    );
    // from a random place, so that several processes meet at few of the same rows
    const start = Math.floor(Math.random() * due.length);
    for (const { id } of [...due.slice(start), ...due.slice(0, start)]) {
      if (this.stopped) return;
      await this.publishDue(id);
    }
  }

  private async publishDue(id: string): Promise<void> {
    try {
      await this.dataSource.transaction((manager) => this.publish(manager, id));
    } catch (error) {
      const known = toDomainError(error);
      // the database's own troubles are not the article's: the next look tries it again at once
      if (known?.code === 'DATABASE_UNAVAILABLE' || known?.code === 'OVERLOADED') throw error;
      this.failed.set(id, Date.now());
      const reason = known?.message ?? 'The server failed; its log says how.';
      this.logger.error(
        `The scheduled article ${id} could not be published: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      await this.tell(id, reason).catch(() => undefined);
    }
  }

  private async publish(manager: EntityManager, id: string): Promise<void> {
    const mine: unknown[] = await manager.query(
      `select 1 from article where id = $1 and status = 'scheduled' and publish_at <= now()
         for update skip locked`,
      [id],
    );
    if (mine.length === 0) return;
    const row = await lockedArticle(manager, id);
    if (!row.approved_revision_id || !row.publish_at) return;
    const revision = await readFrozen(manager, row.approved_revision_id);
    await this.publishing.publish(manager, row, revision, { publishedAt: row.publish_at, byClock: true });
    await manager.query(
      `update article set version = version + 1, last_change = case when $2 then 'update' else 'publish' end
        where id = $1`,
      [id, row.published_revision_id !== null],
    );
    await this.notices.send(manager, 'article', id);
  }

  /** Says on the article itself that it missed its time, until it is published or scheduled anew. */
  private async tell(id: string, reason: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const note = `This article was not published at its time and is tried again every half minute. ${reason}`;
      await manager.query(`update article set desk_note = $2 where id = $1 and status = 'scheduled'`, [
        id,
        note,
      ]);
      await this.notices.send(manager, 'article', id);
    });
  }
}
