import type { BenchNewsroom } from './newsroom.ts';

/** The log of an article's document. */
export interface LogSize {
  /** How many updates were ever written to it. */
  written: number;
  /** Rows that stand behind the snapshot now. */
  rows: number;
  /** Kilobytes of these, and of the snapshot. */
  updates: number;
  snapshot: number;
  /** Bytes that PostgreSQL keeps of a row beside the update. */
  besides: number;
}

export async function logSize(newsroom: BenchNewsroom, articleId: string): Promise<LogSize> {
  const [row] = await newsroom.query<Record<keyof LogSize, string>>(
    `select d.last_seq as written, count(u.*) as rows, coalesce(sum(octet_length(u.bytes)), 0) as updates,
            coalesce(max(octet_length(d.snapshot)), 0) as snapshot,
            coalesce(avg(pg_column_size(u.*) - octet_length(u.bytes)), 0) as besides
       from document d left join document_update u on u.article_id = d.article_id
      where d.article_id = $1 group by d.last_seq`,
    [articleId],
  );
  const number = (name: keyof LogSize) => Number(row?.[name]);
  return {
    written: number('written'),
    rows: number('rows'),
    updates: number('updates') / 1000,
    snapshot: number('snapshot') / 1000,
    besides: number('besides'),
  };
}

/** Until the texts for lists hold the last edit: they are read by the schema, so no edit has left it. */
export async function readBySchema(newsroom: BenchNewsroom, articleId: string): Promise<void> {
  const isLevel = `select 1 from article a join document d on d.article_id = a.id
                    where a.id = $1 and a.projected_seq = d.last_seq`;
  const until = Date.now() + 30_000;
  while ((await newsroom.query(isLevel, [articleId])).length === 0) {
    if (Date.now() > until) throw new Error('The server could not read the text by its schema');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
