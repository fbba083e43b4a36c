import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  commentPieces,
  mentionsIn,
  type Colleague,
  type Language,
  type Notification,
  type NotificationKind,
  type NotificationListQuery,
  type NotificationPage,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { newId } from '../common/new-id.ts';
import { Notices } from '../database/notices.service.ts';
import { permissionSql, SqlParameters } from '../permissions/permissions.ts';

const pageSize = 30;
const excerptLength = 160;
/** What is older is forgotten with the next that comes. */
const keptDays = 90;

/** Something to tell people of. */
export interface News {
  kind: NotificationKind;
  byId: string;
  threadId: string;
  /** Null where the thread itself is meant. */
  commentId: string | null;
}

interface Row {
  id: string;
  kind: NotificationKind;
  by: Colleague;
  story_id: string;
  language: Language;
  headline: string;
  thread_id: string;
  text: string;
  created_at: Date;
  at: string;
  read_at: Date | null;
}

const from = `
  from notification n
  join comment_thread t on t.id = n.thread_id
  join article on article.id = t.article_id
  join story on story.id = article.story_id
  join "user" by on by.id = n.by_id
  left join comment c on c.id = n.comment_id
 where n.user_id = $1 and c.deleted_at is null`;

/** What a person is told of. Only what they may read now is shown, whatever they were told of earlier. */
@Injectable()
export class NotificationsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** Tells people, in the caller's transaction; their open pages know once it is through. */
  async tell(manager: EntityManager, userIds: readonly string[], news: News): Promise<void> {
    for (const userId of new Set(userIds)) {
      await manager.query(
        `insert into notification (id, user_id, kind, by_id, thread_id, comment_id) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), userId, news.kind, news.byId, news.threadId, news.commentId],
      );
      await manager.query(
        `delete from notification where user_id = $1 and created_at < now() - $2 * interval '1 day'`,
        [userId, keptDays],
      );
      await this.notices.send(manager, 'inbox', userId);
    }
  }

  /** The newest first. */
  async list(person: Person, { cursor }: NotificationListQuery): Promise<NotificationPage> {
    const parameters = new SqlParameters([person.id]);
    const readable = permissionSql(person, 'story.read', parameters);
    const after = cursor === undefined ? null : readCursor(cursor);
    const place = after
      ? `and (n.created_at, n.id) < (${parameters.add(after.at)}::timestamptz, ${parameters.add(after.id)}::uuid)`
      : '';
    const rows: Row[] = await this.dataSource.query(
      `select n.id, n.kind, json_build_object('id', by.id, 'name', by.name, 'colour', by.colour) as by, story.id as story_id,
              article.language, article.headline, t.id as thread_id, coalesce(c.text, t.quote) as text, n.created_at,
              n.created_at::text as at, n.read_at
         ${from} and ${readable} ${place} order by n.created_at desc, n.id desc limit ${pageSize + 1}`,
      parameters.values,
    );
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    const names = await this.namesIn(items);
    return {
      items: items.map((row) => toNotification(row, names)),
      nextCursor: rows.length > pageSize && last ? writeCursor({ at: last.at, id: last.id }) : null,
      unread: await this.unread(person),
    };
  }

  async unread(person: Person): Promise<number> {
    const parameters = new SqlParameters([person.id]);
    const readable = permissionSql(person, 'story.read', parameters);
    const [row]: [{ unread: number }] = await this.dataSource.query(
      `select count(*)::int as unread ${from} and ${readable} and n.read_at is null`,
      parameters.values,
    );
    return row.unread;
  }

  /** Marks as read what is the person's own; other ids mean nothing here. */
  async read(person: Person, ids: readonly string[] | undefined): Promise<number> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `update notification set read_at = now()
          where user_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2::uuid[]))`,
        [person.id, ids ?? null],
      );
      await this.notices.send(manager, 'inbox', person.id);
    });
    return this.unread(person);
  }

  private async namesIn(rows: readonly Row[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ text }) => mentionsIn(text)))];
    if (ids.length === 0) return new Map();
    const people: { id: string; name: string }[] = await this.dataSource.query(
      'select id, name from "user" where id = any($1::uuid[])',
      [ids],
    );
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}

const toNotification = (row: Row, names: ReadonlyMap<string, string>): Notification => ({
  id: row.id,
  kind: row.kind,
  by: row.by,
  storyId: row.story_id,
  language: row.language,
  headline: row.headline,
  threadId: row.thread_id,
  excerpt: excerptOf(row.text, names),
  createdAt: row.created_at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});

function excerptOf(text: string, names: ReadonlyMap<string, string>): string {
  const words = commentPieces(text)
    .map((piece) => ('text' in piece ? piece.text : `@${names.get(piece.mention) ?? '…'}`))
    .join('')
    .replace(/\s+/gu, ' ');
  const letters = [...words];
  return letters.length <= excerptLength ? words : `${letters.slice(0, excerptLength - 1).join('')}…`;
}
