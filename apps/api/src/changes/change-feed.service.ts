import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Change } from '@broadsheet/types';
import type { ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import { newId } from '../common/new-id.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';

/** A consumer that lets more than this many bytes wait is dropped; it comes back and reads on from where it was. */
const slowLimit = 1024 * 1024;
const batch = 500;

interface Consumer {
  response: ServerResponse;
  /** The last number that was written to it. */
  sent: number;
}

interface Row {
  number: string;
  keys: string[];
  at: Date;
}

/** Passes numbered changes on to whoever follows, as server-sent events. */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ChangeFeed.name);
  private readonly boot = newId();
  private readonly consumers = new Set<Consumer>();
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  /** How many follow this process. */
  get followers(): number {
    return this.consumers.size;
  }

  onApplicationBootstrap(): void {
    this.notices.on('change', () => this.wake());
    this.notices.onGap(() => this.wake());
    this.timers.push(
      setInterval(() => this.wake(), this.timings.relayPoll),
      setInterval(() => this.beat(), this.timings.feedHeartbeat),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const { response } of this.consumers) response.end();
  }

  /**
   * Greets a consumer and keeps it. `hello` carries the newest number and this process's id; `gap` says that what
   * came after the consumer's number is not kept (or that it named none), so everything it holds may be stale.
   */
  async follow(response: ServerResponse, after: number | null): Promise<void> {
    const [row]: [{ newest: string; oldest: string | null }] = await this.dataSource.query(
      'select coalesce(max(number), 0) as newest, min(number) as oldest from outbox',
    );
    // left while we asked: its 'close' has been and would never take it out of the consumers
    if (response.destroyed) return;
    const newest = Number(row.newest);
    const oldest = Number(row.oldest ?? newest + 1);
    const gap = after === null || after > newest || after < oldest - 1;
    response.write(`event: hello\ndata: ${JSON.stringify({ number: newest, boot: this.boot, gap })}\n\n`);
    const consumer: Consumer = { response, sent: gap ? newest : after };
    this.consumers.add(consumer);
    response.on('close', () => this.consumers.delete(consumer));
    if (this.stopped) response.end();
    this.wake();
  }

  private wake(): void {
    if (this.stopped || this.consumers.size === 0) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.passOn()
      .catch((error: unknown) => this.logger.error(`Reading changes failed: ${String(error)}`))
      .finally(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  private async passOn(): Promise<void> {
    for (;;) {
      const behind = Math.min(...[...this.consumers].map((consumer) => consumer.sent));
      if (!Number.isFinite(behind)) return;
      const rows: Row[] = await this.dataSource.query(
        `select number, keys, created_at as at from outbox where number > $1 order by number limit ${batch}`,
        [behind],
      );
      for (const row of rows) this.send(row);
      if (rows.length < batch) return;
    }
  }

  private send(row: Row): void {
    const number = Number(row.number);
    const change: Change = { number, keys: row.keys, at: row.at.toISOString() };
    const event = `id: ${number}\ndata: ${JSON.stringify(change)}\n\n`;
    for (const consumer of this.consumers) {
      if (consumer.sent >= number) continue;
      consumer.sent = number;
      this.write(consumer, event);
    }
  }

  private beat(): void {
    for (const consumer of this.consumers) this.write(consumer, ': still here\n\n');
  }

  private write(consumer: Consumer, text: string): void {
    const { response } = consumer;
    if (response.writableLength > slowLimit) {
      this.consumers.delete(consumer);
      response.destroy();
      return;
    }
    response.write(text);
  }
}
