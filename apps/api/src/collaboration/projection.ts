import { countWords, readTexts } from '@broadsheet/document';
import type { DataSource, EntityManager } from 'typeorm';
import type * as Y from 'yjs';
import { planned } from '../database/planned.ts';

const projectSql = `
  with projected as (
    update article set headline = $2, standfirst = $3, plain_text = $4, word_count = $5, media_ids = $6::uuid[],
           projected_seq = $7, updated_at = now()
     where id = $1 and projected_seq < $7 returning story_id)
  update story set updated_at = now() from projected where story.id = projected.story_id`;

/**
 * Writes what lists, search and the library read of an article, derived from its document at `seq`, in one statement:
 * it is done each second in every article that somebody writes in. An older position never overwrites a newer one.
 * @param mediaIds the files that the text names
 */
export async function projectContent(
  executor: EntityManager | DataSource,
  articleId: string,
  ydoc: Y.Doc,
  seq: number,
  mediaIds: readonly string[],
): Promise<void> {
  const { headline, standfirst, body } = readTexts(ydoc);
  const texts = [headline, standfirst, body].map(storable);
  const values = [articleId, ...texts, countWords(body), mediaIds, seq];
  await planned(executor, 'project', projectSql, values);
}

/** PostgreSQL's text holds every character but this one, which a client may have typed. */
const storable = (text: string) => text.replaceAll('\0', '');
