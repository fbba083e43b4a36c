/** Brings the lists that an article ($1) stands on in line with its row in `published_article`. */
export const writeListings = `
  with standing as (
    select distinct list_id, p.language, p.published_at, p.article_id
      from published_article p, unnest(array[p.section_id] || p.region_ids || p.topic_ids || p.author_ids) as list_id
     where p.article_id = $1 and list_id is not null),
  left_behind as (
    delete from published_listing l where l.article_id = $1 and not exists (
      select 1 from standing s where s.list_id = l.list_id and s.language = l.language and s.published_at = l.published_at))
  insert into published_listing (list_id, language, published_at, article_id)
  select list_id, language, published_at, article_id from standing on conflict do nothing`;
