import type { EntityManager } from 'typeorm';

/** A thread that stands in the way of publishing. */
export interface BlockingThread {
  threadId: string;
  /** What it is about; empty for a headline that was empty. */
  quote: string;
  /** Who began it, and with what words: `@{id}` stands for a person called. */
  by: string;
  text: string;
}

/**
 * The threads of an article that are marked as blocking and not resolved, the oldest first; also those whose text is
 * gone. For whoever checks an article before it is published, in that transaction.
 */
export const blockingThreads = (
  queries: Pick<EntityManager, 'query'>,
  articleId: string,
): Promise<BlockingThread[]> =>
  queries.query(
    `select t.id as "threadId", t.quote, u.name as by,
            coalesce((select c.text from comment c where c.thread_id = t.id and c.deleted_at is null
                       order by c.created_at, c.id limit 1), '') as text
       from comment_thread t join "user" u on u.id = t.created_by_id
      where t.article_id = $1 and t.is_blocking and t.resolved_at is null
      order by t.created_at, t.id`,
    [articleId],
  );
