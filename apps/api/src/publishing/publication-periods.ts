import type { EntityManager } from 'typeorm';
import { newId } from '../common/new-id.ts';

/** Notes that readers have this revision from now on. Part of the publication's own transaction. */
export async function beginPeriod(
  manager: EntityManager,
  articleId: string,
  revisionId: string,
): Promise<void> {
  await endPeriod(manager, articleId);
  await manager.query(
    `insert into publication_period (id, article_id, revision_id, since) values ($1, $2, $3, clock_timestamp())`,
    [newId(), articleId, revisionId],
  );
}

/** Notes that readers no longer have what they had. */
export async function endPeriod(manager: EntityManager, articleId: string): Promise<void> {
  await manager.query(
    `update publication_period set until = clock_timestamp() where article_id = $1 and until is null`,
    [articleId],
  );
}
