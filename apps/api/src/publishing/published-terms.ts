import type { PublicTerm, PublicTermPage } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

type Queries = Pick<EntityManager, 'query'>;
type Table = 'topic' | 'author';

/** As many as make a file of a sitemap in four languages. */
const perPage = 5000;

/** The live languages in which something stands on a term's list. */
const languages = `array(
    select live from unnest((select live_languages from site_settings)::text[]) as live
     where exists (select 1 from published_listing l where l.list_id = t.id and l.language = live))`;

/** A topic or author as readers know it, or undefined. */
export async function publishedTerm(
  queries: Queries,
  table: Table,
  slug: string,
): Promise<PublicTerm | undefined> {
  const rows: PublicTerm[] = await queries.query(
    `select id, slug, names, ${languages} as languages from ${table} t where slug = $1`,
    [slug],
  );
  return rows[0];
}

/** The topics or authors of which anything is published, in the order of their slugs. */
export async function publishedTerms(queries: Queries, table: Table, after = ''): Promise<PublicTermPage> {
  const rows: PublicTerm[] = await queries.query(
    `select * from (select id, slug, names, ${languages} as languages from ${table} t where slug > $1) as term
      where languages <> '{}' order by slug limit ${perPage + 1}`,
    [after],
  );
  const items = rows.slice(0, perPage);
  return { items, next: rows.length > perPage ? (items.at(-1)?.slug ?? null) : null };
}
