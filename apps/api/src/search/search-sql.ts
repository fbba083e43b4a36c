import type { Language, SearchQuery } from '@broadsheet/types';
import { SqlParameters } from '../permissions/permissions.ts';

/** So many of the newest articles that match are counted and shown; of more it is only said that there are more. */
export const mostFound = 1000;
/** So many of these are put in the order of their relevance; the rest follow by date. */
const mostRanked = 500;

export type SearchFilters = Pick<SearchQuery, 'section' | 'region' | 'author' | 'from' | 'to'>;

export interface CandidateQuestion {
  language: Language;
  tsquery: string;
  filters: SearchFilters;
  /** Days of the window, back from its last day (today, or the filter's); null for all of time. */
  days: number | null;
  /** What came later is not part of this list: its pages stay stable while news arrives. */
  until: string;
}

export interface CandidatePage {
  sort: SearchQuery['sort'];
  offset: number;
  limit: number;
  withFacets: boolean;
}

interface Statement {
  text: string;
  values: unknown[];
}

const timeZone = '(select time_zone from site_settings)';

/**
 * The matches of a window, without their columns. Language stands in the text, so that the language's own index serves;
 * the day stands beside the words in that index, so that only what is in the window is fetched.
 */
function matches(question: CandidateQuestion, parameters: SqlParameters): string {
  const { language, tsquery, filters, days, until } = question;
  const conditions = [
    `e.language = '${language}'`,
    `e.words @@ ${parameters.add(tsquery)}::tsquery`,
    `e.published_at <= ${parameters.add(until)}::timestamptz`,
  ];
  const when = (value: string | string[] | undefined, condition: (parameter: string) => string) => {
    if (value) conditions.push(condition(parameters.add(value)));
  };
  const first = [
    ...(days === null ? [] : [`${parameters.add(firstDay(days, filters.to))}::date`]),
    ...(filters.from ? [`${parameters.add(filters.from)}::date - 1`] : []),
  ];
  // one condition: the index would look each of two up by itself
  if (first.length > 0) conditions.push(`e.published_on >= greatest(${first.join(', ')})`);
  when(filters.section, (ids) => `e.section_id = any(${ids}::uuid[])`);
  when(filters.region, (ids) => `e.region_ids && ${ids}::uuid[]`);
  when(filters.author, (ids) => `e.author_ids && ${ids}::uuid[]`);
  when(filters.from, (day) => `e.published_at >= ${day}::date::timestamp at time zone ${timeZone}`);
  when(
    filters.to,
    (day) => `e.published_on <= ${day}::date + 1
      and e.published_at < (${day}::date + 1)::timestamp at time zone ${timeZone}`,
  );
  return `search_entry e where ${conditions.join(' and ')}`;
}

/** Worked out here, so that the planner knows how much of the index the window is. No news is older than 1970. */
function firstDay(days: number, to: string | undefined): string {
  const last = to === undefined ? Date.now() : Date.parse(to);
  return new Date(Math.max(0, last - days * 86_400_000)).toISOString().slice(0, 10);
}

/** One row: `total`, at most one above `mostFound`. */
export function countStatement(question: CandidateQuestion): Statement {
  const parameters = new SqlParameters([]);
  return {
    text: `select count(*)::int as total from (
      select from ${matches(question, parameters)} limit ${mostFound + 1}) found`,
    values: parameters.values,
  };
}

/** The newest matches, under the name `newest`. */
const newestMatches = (question: CandidateQuestion, parameters: SqlParameters): string => `
  found as materialized (
    select e.article_id, e.published_at, e.section_id, e.region_ids, e.author_ids, e.words
      from ${matches(question, parameters)}),
  newest as materialized (
    select * from found order by published_at desc, article_id desc limit ${mostFound + 1})`;

/** One row: `total`, `ids` of a page in its order, and, where they are asked for, the page's `facets`. */
export function pageStatement(question: CandidateQuestion, page: CandidatePage): Statement {
  const parameters = new SqlParameters([]);
  const newest = newestMatches(question, parameters);
  const order =
    page.sort === 'date' ? '' : `${relevance(parameters.add(question.tsquery))} desc nulls last, `;
  return {
    text: `with ${newest}
      select (select count(*)::int from newest) as total, array(
        select article_id from (select *, row_number() over newest_first as place from newest
          window newest_first as (order by published_at desc, article_id desc)) n
         where place <= ${mostFound} order by ${order}place
         limit ${parameters.add(page.limit)}::int offset ${parameters.add(page.offset)}::int) as ids,
        ${page.withFacets ? facetsOf(question.language) : 'null'} as facets`,
    values: parameters.values,
  };
}

/** How much of an article the words are, in which place of it, and, a little, how new it is; null for what is not ranked. */
const relevance = (tsquery: string): string => `
  case when place <= ${mostRanked} then ts_rank('{0.1, 0.4, 0.7, 1}', words, ${tsquery}::tsquery, 1)
    * (1 + 0.5 * exp(-greatest(extract(epoch from now() - published_at)::float8 / 31557600, 0))) end`;

/** One row: `total`, and the `facets` of the newest matches. */
export function facetStatement(question: CandidateQuestion): Statement {
  const parameters = new SqlParameters([]);
  const newest = newestMatches(question, parameters);
  return {
    text: `with ${newest}
      select (select count(*)::int from newest) as total, ${facetsOf(question.language)} as facets`,
    values: parameters.values,
  };
}

/** How often each section, region and author stands among the newest matches, as JSON. */
function facetsOf(language: Language): string {
  const count = (id: string, from: string) =>
    `(select ${id} as id, count(*)::int as total from ${from} where ${id} is not null
       group by 1 order by total desc, 1 limit 30) c`;
  const list = (rows: string, fields = '') =>
    `(select coalesce(json_agg(json_build_object('id', c.id, 'total', c.total${fields}) order by c.total desc, c.id), '[]')
        from ${rows})`;
  const authors = count('author_id', 'newest n, unnest(n.author_ids) as author_id');
  return `json_build_object(
    'sections', ${list(count('n.section_id', 'newest n'))},
    'regions', ${list(count('region_id', 'newest n, unnest(n.region_ids) as region_id'))},
    'authors', ${list(
      `${authors} join author a on a.id = c.id and a.names ? '${language}'`,
      `, 'slug', a.slug, 'name', a.names->>'${language}'`,
    )})`;
}
