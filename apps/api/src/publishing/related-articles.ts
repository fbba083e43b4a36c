import type { Language, PublicArticle } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

/** SQL of `relatedStories` for a list of stories, each with its article of the language while it is published. */
export const relatedStoriesSql = (ids: string, language: string): string =>
  `(select coalesce(json_agg(json_build_object('storyId', wanted.id, 'article', case when r.article_id is not null
      then json_build_object('id', r.article_id, 'slug', r.slug, 'headline', r.headline) end)
      order by wanted.place), '[]')
    from unnest(${ids}) with ordinality as wanted (id, place)
    left join published_article r on r.story_id = wanted.id and r.language = ${language})`;

/** The stories that a text leads to, as readers may see them now. */
export async function relatedArticles(
  queries: Pick<EntityManager, 'query'>,
  storyIds: readonly string[],
  language: Language,
): Promise<PublicArticle['relatedStories']> {
  if (storyIds.length === 0) return [];
  const rows: { stories: PublicArticle['relatedStories'] }[] = await queries.query(
    `select ${relatedStoriesSql('$1::uuid[]', '$2')} as stories`,
    [storyIds, language],
  );
  return rows[0]?.stories ?? [];
}
