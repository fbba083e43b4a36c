import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';

/** A thread on the headline with one comment by somebody who may or may not read the story. @returns both ids. */
export async function makeThread(
  test: TestApp,
  articleId: string,
  authorId: string,
): Promise<[threadId: string, commentId: string]> {
  const [threadId, commentId] = [newId(), newId()];
  await test.dataSource.query(
    `insert into comment_thread (id, article_id, place, quote, created_by_id) values ($1, $2, 'headline', '', $3)`,
    [threadId, articleId, authorId],
  );
  await test.dataSource.query(
    `insert into comment (id, thread_id, author_id, text) values ($1, $2, $3, 'A word')`,
    [commentId, threadId, authorId],
  );
  return [threadId, commentId];
}
