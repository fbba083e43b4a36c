import type { MediaKind } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { permissionSql, SqlParameters, type Holder } from '../permissions/permissions.ts';

/** Predicate over `media`: its uploader, or whoever may read a story that uses it. */
export function mediaAccessSql(person: Holder, parameters: SqlParameters): string {
  const uploader = `media.uploaded_by_id = ${parameters.add(person.id)}::uuid`;
  const story = permissionSql(person, 'story.read', parameters);
  return `(${uploader} or exists (select 1 from story_media used join story on story.id = used.story_id
            where used.media_id = media.id and ${story}))`;
}

/** Whether the person may see, and so use, the file; of another kind than is asked for it is none. */
export async function mayUseMedia(
  queries: Pick<EntityManager, 'query'>,
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
