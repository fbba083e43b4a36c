import type { ArticleAuthor } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-error.ts';

/**
 * Writes an article's byline anew, in the given order, each author once in each role.
 * @throws DomainError INPUT_INVALID for an author that does not exist
 */
export async function writeAuthors(
  manager: EntityManager,
  articleId: string,
  authors: readonly ArticleAuthor[],
): Promise<void> {
  const unique = [...new Map(authors.map((each) => [`${each.authorId} ${each.role}`, each])).values()];
  const ids = [...new Set(unique.map(({ authorId }) => authorId))];
  const known: { id: string }[] = await manager.query('select id from author where id = any($1::uuid[])', [
    ids,
  ]);
  if (known.length !== ids.length)
    throw new DomainError('INPUT_INVALID', 'This author does not exist. Nothing was changed.', [
      { path: 'authors', message: 'Choose authors that are in the list.' },
    ]);
  await manager.query('delete from article_author where article_id = $1', [articleId]);
  await manager.query(
    `insert into article_author (article_id, author_id, role, position)
     select $1, each.id, each.role, each.place - 1
       from unnest($2::uuid[], $3::text[]) with ordinality as each(id, role, place)`,
    [articleId, unique.map(({ authorId }) => authorId), unique.map(({ role }) => role)],
  );
}

/** A translation begins with the byline of what it was made from; who translated is added by hand. */
export const copyAuthors = (manager: EntityManager, from: string, to: string): Promise<unknown> =>
  manager.query(
    `insert into article_author (article_id, author_id, role, position)
     select $2, author_id, role, row_number() over (order by position) - 1
       from article_author where article_id = $1 and role <> 'translation'`,
    [from, to],
  );
