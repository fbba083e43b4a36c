import type { EntityManager } from 'typeorm';
import { readableArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { may } from '../permissions/permissions.ts';

type Queries = Pick<EntityManager, 'query'>;

/** A thread's row as far as rules look at it. */
export interface OpenThread {
  id: string;
  isBlocking: boolean;
  isResolved: boolean;
  article: ArticleRow;
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function commentableArticle(
  queries: Queries,
  person: Person,
  articleId: string,
): Promise<ArticleRow> {
  const article = await readableArticle(queries, person, articleId);
  if (!may(person, 'story.comment', scopeOf(article)))
    throw new DomainError('FORBIDDEN', 'You may read this story but not comment on it. Nothing was changed.');
  return article;
}

/**
 * The thread with its row locked until the transaction ends. Who may not read the story is told that there is none.
 * @throws DomainError NOT_FOUND, FORBIDDEN
 */
export async function lockedThread(
  manager: EntityManager,
  person: Person,
  threadId: string,
): Promise<OpenThread> {
  const rows: { article_id: string; is_blocking: boolean; resolved_at: Date | null }[] = await manager.query(
    'select article_id, is_blocking, resolved_at from comment_thread where id = $1 for update',
    [threadId],
  );
  const [row] = rows;
  if (!row) throw noThread();
  const article = await commentableArticle(manager, person, row.article_id).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'NOT_FOUND' ? noThread() : error;
  });
  return { id: threadId, isBlocking: row.is_blocking, isResolved: row.resolved_at !== null, article };
}

/**
 * The thread in which a person has said this before: the answer to it may have been lost. One that is just being said is
 * waited for.
 * @throws DomainError INPUT_INVALID when another comment has this id
 */
export async function saidBefore(
  manager: EntityManager,
  person: Person,
  articleId: string,
  commentId: string | undefined,
): Promise<string | null> {
  if (commentId === undefined) return null;
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`comment ${commentId}`]);
  const [row]: { thread_id: string; is_it: boolean }[] = await manager.query(
    `select c.thread_id, c.author_id = $2 and t.article_id = $3 as is_it
       from comment c join comment_thread t on t.id = c.thread_id where c.id = $1`,
    [commentId, person.id, articleId],
  );
  if (!row) return null;
  if (row.is_it) return row.thread_id;
  throw new DomainError('INPUT_INVALID', 'Another comment has this id. Nothing was sent.', [
    { path: 'id', message: 'Another comment has this id.' },
  ]);
}

export const noThread = () =>
  new DomainError('NOT_FOUND', 'These comments are no longer here, or you may not read them.');
