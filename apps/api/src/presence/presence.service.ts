import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Colleague, Language, Present } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { newId } from '../common/new-id.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { permissionSql, SqlParameters } from '../permissions/permissions.ts';

/** Comings and goings of so many milliseconds are written together. */
const gathered = 50;
/** A process that missed this many beats is dead. */
const beatsMissed = 3;

/**
 * Who has which article open, at whatever process. What is written is always the whole of what this process holds, so
 * a write that failed is made good by the next.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Presence.name);
  private readonly processId = newId();
  /** Sockets by article and person. */
  private readonly here = new Map<string, number>();
  private soon: NodeJS.Timeout | null = null;
  private beat: NodeJS.Timeout | null = null;
  private work: Promise<void> = Promise.resolve();
  private hasStopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onApplicationBootstrap(): void {
    this.beat = setInterval(() => this.write(), this.timings.presenceBeat).unref();
  }

  /** Whoever is still here is sent elsewhere, and says so there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.hasStopped = true;
    if (this.beat) clearInterval(this.beat);
    if (this.soon) clearTimeout(this.soon);
    await this.work;
    await this.dataSource
      .transaction(async (manager) => {
        await manager.query('delete from presence_process where id = $1', [this.processId]);
        await this.notices.send(manager, 'presence', '');
      })
      .catch(() => undefined);
  }

  enter(articleId: string, personId: string): void {
    const key = `${articleId} ${personId}`;
    this.here.set(key, (this.here.get(key) ?? 0) + 1);
    this.writeSoon();
  }

  leave(articleId: string, personId: string): void {
    const key = `${articleId} ${personId}`;
    const left = (this.here.get(key) ?? 0) - 1;
    if (left > 0) this.here.set(key, left);
    else this.here.delete(key);
    this.writeSoon();
  }

  /** Who is where, as far as the person may read it. */
  async list(person: Person): Promise<Present[]> {
    const parameters = new SqlParameters([this.patience]);
    const readable = permissionSql(person, 'story.read', parameters);
    const rows: { story_id: string; article_id: string; language: Language; person: Colleague }[] =
      await this.dataSource.query(
        `select distinct on (article.id, u.name, u.id) story.id as story_id, article.id as article_id, article.language,
                json_build_object('id', u.id, 'name', u.name, 'colour', u.colour) as person
           from present_person p
           join presence_process process on process.id = p.process_id
           join article on article.id = p.article_id
           join story on story.id = article.story_id
           join "user" u on u.id = p.user_id
          where process.seen_at > now() - $1 * interval '1 millisecond' and ${readable}
          order by article.id, u.name, u.id`,
        parameters.values,
      );
    return rows.map((row) => ({
      storyId: row.story_id,
      articleId: row.article_id,
      language: row.language,
      person: row.person,
    }));
  }

  private get patience(): number {
    return this.timings.presenceBeat * beatsMissed;
  }

  private writeSoon(): void {
    if (this.hasStopped) return;
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.write();
    }, gathered).unref();
  }

  private write(): void {
    this.work = this.work
      .then(() => this.dataSource.transaction((manager) => this.level(manager)))
      .catch((error: unknown) => {
        if (!this.hasStopped) this.logger.warn(`Could not say who is here, and will again: ${String(error)}`);
      });
  }

  private async level(manager: EntityManager): Promise<void> {
    if (this.hasStopped) return;
    const pairs = [...this.here.keys()].map((key) => key.split(' '));
    const [articles, people] = [pairs.map(([article]) => article), pairs.map(([, person]) => person)];
    await manager.query(
      'insert into presence_process (id) values ($1) on conflict (id) do update set seen_at = now()',
      [this.processId],
    );
    const came: unknown[] = await manager.query(
      `insert into present_person (process_id, article_id, user_id)
       select $1, here.article_id, here.user_id from unnest($2::uuid[], $3::uuid[]) as here(article_id, user_id)
         join article a on a.id = here.article_id on conflict do nothing returning 1`,
      [this.processId, articles, people],
    );
    const [, went]: [unknown, number] = await manager.query(
      `delete from present_person p where p.process_id = $1 and not exists (
         select 1 from unnest($2::uuid[], $3::uuid[]) as here(article_id, user_id)
          where here.article_id = p.article_id and here.user_id = p.user_id)`,
      [this.processId, articles, people],
    );
    const [, died]: [unknown, number] = await manager.query(
      `delete from presence_process where seen_at < now() - $1 * interval '1 millisecond'`,
      [this.patience],
    );
    if (came.length + went + died > 0) await this.notices.send(manager, 'presence', '');
  }
}
