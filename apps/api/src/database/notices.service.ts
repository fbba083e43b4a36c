import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { ENV, TIMINGS, type Env, type Timings } from '../env.ts';

/** What processes tell each other through Postgres. A notice says only where to look; the rows are the truth. */
const channels = [
  'document',
  'outbox',
  'change',
  'session',
  'article',
  'comments',
  'restored',
  'inbox',
  'presence',
] as const;
export type Channel = (typeof channels)[number];
type Handler = (payload: string) => void;

/** LISTEN/NOTIFY on a connection of its own. After a reconnect everything must be treated as changed. */
@Injectable()
export class Notices implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Notices.name);
  private readonly handlers = new Map<Channel, Set<Handler>>();
  private readonly reconnectHandlers = new Set<() => void>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private pulse: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    if (this.pulse) clearInterval(this.pulse);
    await this.client?.end().catch(() => undefined);
  }

  /** Calls `handler` for each notice of the channel; returns how to stop. */
  on(channel: Channel, handler: Handler): () => void {
    const set = this.handlers.get(channel) ?? new Set();
    set.add(handler);
    this.handlers.set(channel, set);
    return () => set.delete(handler);
  }

  /** Calls `handler` when notices may have been missed. */
  onGap(handler: () => void): () => void {
    this.reconnectHandlers.add(handler);
    return () => this.reconnectHandlers.delete(handler);
  }

  /** Sent when the manager's transaction commits. At most 8,000 bytes: ids and numbers only. */
  async send(manager: EntityManager, channel: Channel, payload: string): Promise<void> {
    await manager.query('select pg_notify($1, $2)', [`broadsheet_${channel}`, payload]);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.env.DATABASE_URL,
      connectionTimeoutMillis: 3000,
      query_timeout: this.timings.noticeCheck,
      keepAlive: true,
      application_name: 'broadsheet-notices',
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      const name = channel.replace('broadsheet_', '') as Channel;
      for (const handler of this.handlers.get(name) ?? []) handler(payload ?? '');
    });
    await client.connect();
    for (const channel of channels) await client.query(`listen broadsheet_${channel}`);
    this.client = client;
    this.watch(client);
  }

  /** A wire that went silent breaks by itself only after hours, and every notice is lost until then. */
  private watch(client: pg.Client): void {
    this.pulse = setInterval(() => {
      client.query('select 1').catch(() => {
        this.lost(client);
        client.end().catch(() => undefined);
      });
    }, this.timings.noticeCheck).unref();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client || this.stopped) return;
    this.client = null;
    if (this.pulse) clearInterval(this.pulse);
    this.logger.warn('Lost the connection for notices; connecting again.');
    this.again(200);
  }

  private again(delay: number): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.reconnectHandlers.forEach((handler) => handler()),
        () => this.again(Math.min(delay * 2, 5000)),
      );
    }, delay);
  }
}
