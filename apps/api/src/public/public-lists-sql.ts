import { hoursPerPriority, longReadWords, type Language, type PublicListQuery } from '@broadsheet/types';
import { readCursor } from '../common/cursor.ts';
import { SqlParameters } from '../permissions/permissions.ts';

/** An instant with all the digits that PostgreSQL keeps, for cursors. */
export const microseconds = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;

/**
 * One page of a list and a row beyond it, in reading order. Of a section, region, topic or author the walk goes along
 * `published_listing`; whatever else is asked is looked at on the way.
 * @throws DomainError INPUT_INVALID for a cursor of nobody's
 */
export function listSql(language: Language, query: PublicListQuery): { text: string; values: unknown[] } {
  const parameters = new SqlParameters([language]);
  const list = query.topic ?? query.author ?? query.region ?? query.section;
  const along = list ? 'l' : 'p';
  const conditions = [`${along}.language = $1`];
  if (list) conditions.push(`l.list_id = ${parameters.add(list)}::uuid`);
  const contains = (column: string, id: string | undefined) => {
    if (id && id !== list) conditions.push(`p.${column} @> array[${parameters.add(id)}::uuid]`);
  };
  contains('author_ids', query.author);
  contains('region_ids', query.region);
  if (query.section && query.section !== list)
    conditions.push(`p.section_id = ${parameters.add(query.section)}::uuid`);
  const from = query.newer ?? query.older;
  const isBackwards = query.newer !== undefined;
  if (from !== undefined) {
    const { at, id } = readCursor(from);
    conditions.push(`(${along}.published_at, ${along}.article_id) ${isBackwards ? '>' : '<'}
      (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`);
  }
  const direction = isBackwards ? 'asc' : 'desc';
  const source = list
    ? 'published_listing l join published_article p using (article_id)'
    : 'published_article p';
  return {
    text: `select p.article_id as id, ${microseconds('p.published_at')} as at, p.card::text as json
             from ${source} where ${conditions.join(' and ')}
            order by ${along}.published_at ${direction}, ${along}.article_id ${direction} limit ${query.limit + 1}`,
    values: parameters.values,
  };
}

/**
 * The first stories of a front, `$2` of them. Within one priority a front's order is that of publication, so the newest
 * of each priority hold all that can stand at the top, and no more is read than five times the front.
 */
export const frontSql = `
  select p.card::text as json
    from generate_series(1, 5) as priority_of_list,
         lateral (select * from published_article p
                   where p.language = $1 and p.priority = priority_of_list
                   order by p.published_at desc, p.article_id desc limit $2) p
   order by p.published_at + (3 - p.priority) * interval '${hoursPerPriority} hours' desc, p.article_id desc
   limit $2`;

/** The newest long reads; a partial index holds nothing else. */
export const longReadsSql = `
  select p.card::text as json from published_article p
   where p.language = $1 and p.word_count >= ${longReadWords}
   order by p.published_at desc limit 3`;

/** Whether the site says how often its stories were read. */
const showsViews = '(select show_views from site_settings)';

/** Rows of one list that are looked at for one article's neighbourhood: the newest, so that an archive costs nothing. */
const looked = 40;

const neighbour = (comparison: '<' | '>', direction: 'asc' | 'desc') => `
  (select p.card from published_listing l join published_article p using (article_id)
    where l.list_id = own.section_id and l.language = own.language
      and (l.published_at, l.article_id) ${comparison} (own.published_at, own.article_id)
    order by l.published_at ${direction}, l.article_id ${direction} limit 1)`;

/** The newest of each list that the article stands on, with what a story is worth for standing there too. */
const candidates = `
  select l.article_id, l.published_at,
         case when list = any(own.topic_ids) then 4 when list = own.section_id then 1 else 2 end as points
    from unnest(own.topic_ids[1:8] || own.region_ids[1:4] || own.section_id) as list, lateral (
      select article_id, published_at from published_listing
       where list_id = list and language = own.language and article_id <> own.article_id
       order by published_at desc, article_id desc limit ${looked}) l`;

/**
 * A `PublicAround` of an article under the alias own. A shared topic counts twice as much as a region, a section half of
 * that; where nothing is near, the newest follow.
 */
export const around = `json_build_object(
    'views', case when ${showsViews}
                  then coalesce((select v.views from article_views v where v.article_id = own.article_id), 0) end,
    'previous', ${neighbour('<', 'desc')}, 'next', ${neighbour('>', 'asc')},
    'more', (select coalesce(json_agg(p.card order by best.points desc, p.published_at desc), '[]') from (
        select article_id, sum(points) as points from (
          ${candidates} union all
          (select article_id, published_at, 0 from published_article n
            where n.language = own.language and n.article_id <> own.article_id
            order by n.published_at desc, n.article_id desc limit 8)) as standing
         group by article_id order by sum(points) desc, max(published_at) desc limit 8) as best
      join published_article p using (article_id)))`;

/** What stands around the article at an address: language `$1`, slug `$2`. No row when there is none. */
export const aroundSql = `
  select ${around}::text as json from published_article own where own.language = $1 and own.slug = $2`;

/** Readings by article of a language (`$1`) in so many hours (`$2`), the most first: `$3` of them. */
export const viewSumsSql = `
  select article_id as id, sum(views)::int as views from article_view_hour
   where language = $1 and hour > now() - $2 * interval '1 hour'
   group by article_id order by sum(views) desc, article_id desc limit $3`;

/** Of these articles (`$1`, read `$2` times) the first `$4` that are published, on one list (`$3`) or on any. */
export const mostReadSql = `
  select (p.card::jsonb || jsonb_build_object('views', case when ${showsViews} then read.views end))::text as json
    from unnest($1::uuid[], $2::int[]) with ordinality as read(article_id, views, place)
    join published_article p using (article_id)
   where $3::uuid is null or $3 = p.section_id or $3 = any(p.region_ids)
   order by read.place limit $4`;
