import { countWords, readTexts } from '@broadsheet/document';
import type { EntityManager } from 'typeorm';
import type * as Y from 'yjs';

/**
 * Writes what lists and search read of an article, derived from its document at `seq`. An older position never
 * overwrites a newer one. @returns whether anything was written.
 */
export async function projectContent(
  executor: Pick<EntityManager, 'query'>,
  articleId: string,
  ydoc: Y.Doc,
  seq: number,
): Promise<boolean> {
  const { headline, standfirst, body } = readTexts(ydoc);
  const [, count]: [unknown, number] = await executor.query(
    `update article set headline = $2, standfirst = $3, plain_text = $4, word_count = $5, projected_seq = $6,
            updated_at = now()
      where id = $1 and projected_seq < $6`,
    [articleId, ...[headline, standfirst, body].map(storable), countWords(body), seq],
  );
  return count > 0;
}

/** PostgreSQL's text holds every character but this one, which a client may have typed. */
const storable = (text: string) => text.replaceAll('\0', '');
