import type { StoryListQuery } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { permissionSql, SqlParameters } from '../permissions/permissions.ts';

const storiesPerPage = 30;

interface ListRow {
  id: string;
  at: string;
}

/** The ids of a page of the stories that the person may read, the last worked on first, and the next page's cursor. */
export async function listStoryIds(
  queries: Pick<EntityManager, 'query'>,
  person: Person,
  query: StoryListQuery,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  const parameters = new SqlParameters();
  const column = query.sort === 'created' ? 'story.created_at' : 'story.updated_at';
  const conditions = [permissionSql(person, 'story.read', parameters), ...filters(person, query, parameters)];
  if (query.cursor) {
    const { at, id } = readCursor(query.cursor);
    conditions.push(
      `(${column}, story.id) < (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`,
    );
  }
  const rows: ListRow[] = await queries.query(
    `select story.id, to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as at
       from story where ${conditions.join(' and ')}
      order by ${column} desc, story.id desc limit ${storiesPerPage + 1}`,
    parameters.values,
  );
  const page = rows.slice(0, storiesPerPage);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.id),
    nextCursor: rows.length > storiesPerPage && last ? writeCursor(last) : null,
  };
}

function filters(person: Person, query: StoryListQuery, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  if (query.section) conditions.push(`story.section_id = ${parameters.add(query.section)}::uuid`);
  if (query.region)
    conditions.push(
      `exists (select 1 from story_region r where r.story_id = story.id and r.region_id = ${parameters.add(query.region)}::uuid)`,
    );
  if (query.mine) conditions.push(`story.created_by_id = ${parameters.add(person.id)}::uuid`);
  const ofArticle: string[] = [];
  if (query.language) ofArticle.push(`article.language = ${parameters.add(query.language)}`);
  if (query.status) ofArticle.push(`article.status = ${parameters.add(query.status)}`);
  for (const word of wordsOf(query.search)) {
    const pattern = parameters.add(likeWord(word));
    ofArticle.push(
      `(article.headline ilike ${pattern} or article.standfirst ilike ${pattern} or article.plain_text ilike ${pattern})`,
    );
  }
  for (const word of wordsOf(query.headline))
    ofArticle.push(`article.headline ilike ${parameters.add(likeWord(word))}`);
  if (ofArticle.length > 0)
    conditions.push(
      `exists (select 1 from article where article.story_id = story.id and ${ofArticle.join(' and ')})`,
    );
  return conditions;
}

const likeWord = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
const wordsOf = (search: string | undefined) =>
  (search ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, 8);
