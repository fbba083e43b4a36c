import type { Language, MediaUse, MediaUses } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import { permissionSql, SqlParameters, type Holder } from '../permissions/permissions.ts';

type Queries = Pick<EntityManager, 'query'>;

/** Every article that uses a file: in its text, as its story's lead, in a frozen revision or on its page. */
const usesOf = (mediaId: string) => `
  select article.id, article.story_id, article.language, article.headline, p.slug as published_slug,
         coalesce(story.lead_media_id = ${mediaId}, false) as is_lead, story.section_id, story.created_by_id
    from article join story on story.id = article.story_id
    left join published_article p on p.article_id = article.id
     and exists (select 1 from published_media pm join media_crop c on c.key = pm.key
                  where pm.article_id = article.id and c.media_id = ${mediaId})
   where article.media_ids @> array[${mediaId}] or story.lead_media_id = ${mediaId} or p.article_id is not null
      or exists (select 1 from revision r where r.id in (article.approved_revision_id, article.published_revision_id)
                    and (r.content::text like '%' || ${mediaId}::text || '%' or r.metadata ->> 'leadMediaId' = ${mediaId}::text))`;

interface UseRow {
  id: string;
  story_id: string;
  language: Language;
  headline: string;
  published_slug: string | null;
  is_lead: boolean;
  is_readable: boolean;
}

/** Where a file is used, as far as the person may read of it (S7). */
export async function mediaUsesFor(queries: Queries, person: Holder, mediaId: string): Promise<MediaUses> {
  const parameters = new SqlParameters();
  const id = `${parameters.add(mediaId)}::uuid`;
  const readable = permissionSql(person, 'story.read', parameters);
  const rows: UseRow[] = await queries.query(
    `select used.*, exists (select 1 from story where story.id = used.story_id and ${readable}) as is_readable
       from (${usesOf(id)}) used order by used.published_slug is null, used.headline, used.id limit 200`,
    parameters.values,
  );
  return {
    uses: rows.filter((row) => row.is_readable).map(toUse),
    hidden: rows.filter((row) => !row.is_readable).length,
  };
}

const toUse = (row: UseRow): MediaUse => ({
  storyId: row.story_id,
  articleId: row.id,
  language: row.language,
  headline: row.headline,
  isLead: row.is_lead,
  published: row.published_slug && `/${row.language}/news/${row.published_slug}`,
});

/** The articles whose pages show a file to readers now. */
export async function publishedWith(queries: Queries, mediaId: string): Promise<string[]> {
  const rows: { article_id: string }[] = await queries.query(
    `select distinct p.article_id from published_media p join media_crop c on c.key = p.key where c.media_id = $1
      order by p.article_id`,
    [mediaId],
  );
  return rows.map((row) => row.article_id);
}
