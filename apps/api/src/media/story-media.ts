import type { Grant } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import * as Y from 'yjs';
import type { Holder } from '../permissions/permissions.ts';
import { grantsSql } from '../permissions/grants-sql.ts';
import { mayUseMedia } from './media-access.ts';

type Queries = Pick<EntityManager, 'query'>;

/**
 * Notes which files of the library a story uses in the text of an article, so that whoever covers the story may see
 * them. A file counts for the story only if somebody who wrote in the document may see it already: writing a foreign id
 * into a text opens nothing. Costs one look-up while the text has no new file.
 * @param shown the files that the text names
 */
export async function relatePictures(
  queries: Queries,
  articleId: string,
  shown: readonly string[],
): Promise<void> {
  if (shown.length === 0) return;
  const unknown: { id: string; story_id: string }[] = await queries.query(
    `select m.id, a.story_id from article a, media m
      where a.id = $1 and m.id = any($2::uuid[])
        and not exists (select 1 from story_media u where u.story_id = a.story_id and u.media_id = m.id)`,
    [articleId, shown],
  );
  if (unknown.length === 0) return;
  const writers = await writersOf(queries, articleId);
  for (const { id, story_id: storyId } of unknown)
    if (await someoneMayUse(queries, writers, id)) await relateMedia(queries, storyId, id);
}

/** Notes one use. Whoever calls it has made sure that the picture was given to the story by somebody who may. */
export async function relateMedia(queries: Queries, storyId: string, mediaId: string): Promise<void> {
  await queries.query('insert into story_media (story_id, media_id) values ($1, $2) on conflict do nothing', [
    storyId,
    mediaId,
  ]);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids of files, wherever a block names one: pictures, those of galleries and boxes, posters, recordings. */
export function mediaIn(ydoc: Y.Doc): string[] {
  const ids = new Set<string>();
  const elements: Y.XmlFragment[] = [ydoc.getXmlFragment('body')];
  for (let element = elements.pop(); element; element = elements.pop()) {
    for (const node of element.toArray()) {
      if (!(node instanceof Y.XmlElement)) continue;
      elements.push(node);
      for (const name of ['mediaId', 'posterId']) {
        const id: unknown = node.getAttribute(name);
        if (typeof id === 'string' && uuid.test(id)) ids.add(id.toLowerCase());
      }
    }
  }
  return [...ids].sort();
}

/** Those whose edits still stand in the log, and who began the story. */
async function writersOf(queries: Queries, articleId: string): Promise<Holder[]> {
  return queries.query(
    `select u.id, ${grantsSql} as grants from "user" u
      where u.id in (select user_id from document_update where article_id = $1
                     union select s.created_by_id from story s join article a on a.story_id = s.id where a.id = $1)`,
    [articleId],
  ) as Promise<{ id: string; grants: Grant[] }[]>;
}

async function someoneMayUse(queries: Queries, writers: Holder[], mediaId: string): Promise<boolean> {
  for (const writer of writers) if (await mayUseMedia(queries, writer, mediaId)) return true;
  return false;
}
