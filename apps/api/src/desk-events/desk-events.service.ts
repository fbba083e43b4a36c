import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DeskEvent } from '@broadsheet/types';
import type { ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import type { Person } from '../common/access.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';

/** Generous: a person with many windows. The oldest makes room, and comes back when it is looked at. */
const mostOfOnePerson = 20;
/** A page that lets more than this many bytes wait is let go of; it comes back and asks everything anew. */
const slowLimit = 64 * 1024;

interface Page {
  personId: string;
  sessionId: string;
  response: ServerResponse;
}

/** Tells open pages what to ask again. An event holds nothing, so nobody learns by it what they may not read. */
@Injectable()
export class DeskEvents implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeskEvents.name);
  private readonly pages = new Set<Page>();
  private beat: NodeJS.Timeout | null = null;
  private pause: NodeJS.Timeout | null = null;
  private hasStopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onApplicationBootstrap(): void {
    this.notices.on('inbox', (personId) => this.send('inbox', personId));
    this.notices.on('presence', () => this.presenceSoon());
    this.notices.on('session', (personId) => void this.sessionChanged(personId));
    this.notices.onGap(() => void this.afterGap());
    this.beat = setInterval(() => void this.endSessionsThatAreOver(), this.timings.feedHeartbeat).unref();
  }

  beforeApplicationShutdown(): void {
    this.hasStopped = true;
    if (this.beat) clearInterval(this.beat);
    if (this.pause) clearTimeout(this.pause);
    for (const page of this.pages) this.end(page);
  }

  /** Greets a page and keeps it. */
  follow({ id, sessionId }: Person, response: ServerResponse): void {
    if (response.destroyed) return;
    const own = [...this.pages].filter(({ personId }) => personId === id);
    if (own.length >= mostOfOnePerson && own[0]) this.end(own[0]);
    const page: Page = { personId: id, sessionId, response };
    this.pages.add(page);
    response.on('close', () => this.pages.delete(page));
    write(page, 'hello');
    if (this.hasStopped) this.end(page);
  }

  /** Nothing is written to it any more. */
  private end(page: Page): void {
    this.pages.delete(page);
    page.response.end();
  }

  private send(event: DeskEvent, personId?: string): void {
    for (const page of this.pages)
      if (personId === undefined || page.personId === personId) write(page, event);
  }

  /** Many come and go together when a process ends. */
  private presenceSoon(): void {
    this.pause ??= setTimeout(() => {
      this.pause = null;
      this.send('presence');
    }, this.timings.presencePause).unref();
  }

  /** A session ended, or rights changed, and with them what may be seen. */
  private async sessionChanged(personId: string): Promise<void> {
    await this.endSessionsThatAreOver();
    this.send('inbox', personId);
    this.send('presence', personId);
  }

  private async afterGap(): Promise<void> {
    await this.endSessionsThatAreOver();
    this.send('inbox');
    this.send('presence');
  }

  private async endSessionsThatAreOver(): Promise<void> {
    if (this.pages.size === 0 || this.hasStopped) return;
    try {
      const alive: { id: string }[] = await this.dataSource.query(
        `select s.id from session s join "user" u on u.id = s.user_id
          where s.id = any($1) and s.expires_at > now() and u.suspended_at is null`,
        [[...new Set([...this.pages].map(({ sessionId }) => sessionId))]],
      );
      const ids = new Set(alive.map(({ id }) => id));
      for (const page of this.pages) {
        if (ids.has(page.sessionId)) page.response.write(': still here\n\n');
        else this.end(page);
      }
    } catch (error) {
      this.logger.warn(`Could not check who follows, and will again: ${String(error)}`);
    }
  }
}

function write({ response }: Page, event: DeskEvent): void {
  if (response.writableLength > slowLimit) response.destroy();
  else response.write(`event: ${event}\ndata: {}\n\n`);
}
