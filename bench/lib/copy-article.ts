import type { BenchNewsroom } from './newsroom.ts';

/** Copies an article in English so often, each copy a story of its own, older than everything that lists show. */
export async function copyArticle(newsroom: BenchNewsroom, slug: string, count: number): Promise<void> {
  await newsroom.query(`
    set session_replication_role = replica;
    insert into published_article
      select copy.* from generate_series(0, ${count - 1}) as n, published_article p,
        lateral jsonb_populate_record(p, jsonb_build_object('article_id', gen_random_uuid(),
          'story_id', gen_random_uuid(), 'slug', 'copy-' || n, 'published_at', p.published_at - interval '1 year')) as copy
       where p.language = 'en' and p.slug = '${slug}';
    insert into article_address (language, slug, article_id)
      select language, slug, article_id from published_article where slug like 'copy-%';
    analyze published_article, article_address`);
}
