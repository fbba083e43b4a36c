import type { EntityManager } from 'typeorm';

/** Somebody changed what the next revisions of these articles will hold beside their text; the text's log does it itself. */
export async function noteWriter(
  manager: EntityManager,
  articleIds: readonly string[],
  userId: string,
): Promise<void> {
  await manager.query(
    `insert into next_revision_writer (article_id, user_id) select unnest($1::uuid[]), $2
     on conflict do nothing`,
    [articleIds, userId],
  );
}

/** Whoever wrote since the last revision; the next one begins without anybody. */
export async function takeWriters(manager: EntityManager, articleId: string): Promise<string[]> {
  const rows: { user_id: string }[] = await manager.query(
    `with taken as (delete from next_revision_writer where article_id = $1 returning user_id)
     select user_id from taken`,
    [articleId],
  );
  return rows.map(({ user_id: id }) => id);
}
