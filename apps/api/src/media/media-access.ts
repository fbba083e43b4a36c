import type { MediaKind } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { permissionSql, SqlParameters, type Holder } from '../permissions/permissions.ts';

type Queries = Pick<EntityManager, 'query'>;

const isUploader = (person: Holder, parameters: SqlParameters) =>
  `media.uploaded_by_id = ${parameters.add(person.id)}::uuid`;

/** Predicate over `media`: its uploader, or whoever may read a story that uses it. */
export function mediaAccessSql(person: Holder, parameters: SqlParameters): string {
  const uploader = isUploader(person, parameters);
  const story = permissionSql(person, 'story.read', parameters);
  return `(${uploader} or exists (select 1 from story_media used join story on story.id = used.story_id
            where used.media_id = media.id and ${story}))`;
}

/** Predicate over `media`: its uploader, or whoever may do this in some article of a story that uses it. */
function mediaActionSql(
  person: Holder,
  action: 'article.write' | 'article.publish',
  parameters: SqlParameters,
): string {
  const uploader = isUploader(person, parameters);
  const article = permissionSql(person, action, parameters);
  return `(${uploader} or exists (select 1 from story_media used join story on story.id = used.story_id
            join article on article.story_id = story.id where used.media_id = media.id and ${article}))`;
}

/** Predicate over `media`: who may change its words, its cuts and its file, and take it away (decision 57). */
export const mediaChangeSql = (person: Holder, parameters: SqlParameters): string =>
  mediaActionSql(person, 'article.write', parameters);

/** Whether the person may give the file longer rights than it has: that lets out what was held (decision 57). */
export async function mayProlongRights(queries: Queries, person: Holder, mediaId: string): Promise<boolean> {
  const parameters = new SqlParameters();
  const id = parameters.add(mediaId);
  const rows: unknown[] = await queries.query(
    `select 1 from media where media.id = ${id}::uuid and ${mediaActionSql(person, 'article.publish', parameters)}`,
    parameters.values,
  );
  return rows.length > 0;
}

/** Whether the person may see, and so use, the file; of another kind than is asked for it is none. */
export async function mayUseMedia(
  queries: Queries,
  person: Holder,
  mediaId: string,
  kind?: MediaKind,
): Promise<boolean> {
  const parameters = new SqlParameters();
  const id = parameters.add(mediaId);
  const ofKind = kind ? `and media.kind = ${parameters.add(kind)}` : '';
  const rows: unknown[] = await queries.query(
    `select 1 from media where media.id = ${id}::uuid and ${mediaAccessSql(person, parameters)} ${ofKind}`,
    parameters.values,
  );
  return rows.length > 0;
}
