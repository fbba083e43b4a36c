import { mentionsIn, type Colleague, type Thread, type ThreadPlace } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

interface CommentRow {
  id: string;
  author: Colleague;
  text: string;
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
}

interface ThreadRow {
  id: string;
  article_id: string;
  place: ThreadPlace;
  block_id: string | null;
  quote: string;
  is_blocking: boolean;
  created_at: Date;
  resolved_at: Date | null;
  resolved_by: Colleague | null;
  comments: CommentRow[];
}

type Queries = Pick<EntityManager, 'query'>;

const person = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'colour', ${alias}.colour)`;
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const select = `
  select t.id, t.article_id, t.place, t.block_id, t.quote, t.is_blocking, t.created_at, t.resolved_at,
         case when r.id is not null then ${person('r')} end as resolved_by,
         (select json_agg(json_build_object('id', c.id, 'author', ${person('a')}, 'text', c.text,
                   'createdAt', ${instant('c.created_at')}, 'editedAt', ${instant('c.edited_at')},
                   'isDeleted', c.deleted_at is not null) order by c.created_at, c.id)
            from comment c join "user" a on a.id = c.author_id where c.thread_id = t.id) as comments
    from comment_thread t left join "user" r on r.id = t.resolved_by_id`;

/** The threads of an article, the oldest first. */
export async function threadsOf(queries: Queries, articleId: string): Promise<Thread[]> {
  const rows: ThreadRow[] = await queries.query(
    `${select} where t.article_id = $1 order by t.created_at, t.id`,
    [articleId],
  );
  return withPeople(queries, rows);
}

export async function findThread(queries: Queries, threadId: string): Promise<Thread | null> {
  const rows: ThreadRow[] = await queries.query(`${select} where t.id = $1`, [threadId]);
  return (await withPeople(queries, rows))[0] ?? null;
}

async function withPeople(queries: Queries, rows: readonly ThreadRow[]): Promise<Thread[]> {
  const called = new Map(
    rows.map(({ id, comments }) => [id, comments.flatMap(({ text }) => mentionsIn(text))]),
  );
  const ids = [...new Set([...called.values()].flat())];
  const people: Colleague[] =
    ids.length === 0
      ? []
      : await queries.query('select id, name, colour from "user" where id = any($1::uuid[]) order by name', [
          ids,
        ]);
  return rows.map((row) =>
    toThread(
      row,
      people.filter(({ id }) => called.get(row.id)?.includes(id)),
    ),
  );
}

const toThread = (row: ThreadRow, people: Colleague[]): Thread => ({
  id: row.id,
  articleId: row.article_id,
  place: row.place,
  blockId: row.block_id,
  quote: row.quote,
  isBlocking: row.is_blocking,
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  resolvedBy: row.resolved_by,
  createdAt: row.created_at.toISOString(),
  comments: row.comments,
  people,
});
