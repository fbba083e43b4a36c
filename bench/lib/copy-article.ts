import type { BenchNewsroom } from './newsroom.ts';

/** What publication writes beside the article itself, a row or more for each. */
const besides = ['published_listing', 'published_for_machines', 'search_entry'];

/**
 * Copies an article in English so often, each copy a story of its own, older than everything that lists show. With all
 * that publication writes, else the search would be made anew for each copy while a bench measures.
 */
export async function copyArticle(newsroom: BenchNewsroom, slug: string, count: number): Promise<void> {
  await newsroom.query(`
    set session_replication_role = replica;
    insert into published_article
      select copy.* from generate_series(0, ${count - 1}) as n, published_article p,
        lateral jsonb_populate_record(p, jsonb_build_object('article_id', gen_random_uuid(),
          'story_id', gen_random_uuid(), 'slug', 'copy-' || n, 'published_at', p.published_at - interval '1 year')) as copy
       where p.language = 'en' and p.slug = '${slug}';
    ${besides.map((table) => copyBeside(table, slug)).join(';\n')};
    insert into article_address (language, slug, article_id)
      select language, slug, article_id from published_article where slug like 'copy-%'`);
  // what autovacuum would have done a minute later
  for (const table of ['published_article', 'article_address', ...besides])
    await newsroom.query(`vacuum analyze ${table}`);
}

const copyBeside = (table: string, slug: string) => `
  insert into ${table}
    select beside.* from published_article p join ${table} t using (article_id), published_article copy,
      lateral jsonb_populate_record(t, jsonb_build_object('article_id', copy.article_id,
        'story_id', copy.story_id, 'published_at', copy.published_at, 'is_counted', true)) as beside
     where p.language = 'en' and p.slug = '${slug}' and copy.slug like 'copy-%'`;
