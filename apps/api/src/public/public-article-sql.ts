import { relatedStoriesSql } from '../publishing/related-articles.ts';
import { cardVersion } from '../cards/card-version-sql.ts';
import { around } from './public-lists-sql.ts';

const named = (column: string) => `coalesce(p.${column}, '[]')`;

/** The published versions of a story in live languages, as `PublicTranslation`s; null where there are none. */
const translationsOf = (
  story: string,
) => `(select json_agg(json_build_object('language', t.language, 'slug', t.slug,
       'isSyndicated', t.canonical_url is not null)
     order by array_position(array['az', 'ru', 'en', 'hy'], t.language))
     from published_article t where t.story_id = ${story}
      and t.language = any((select live_languages from site_settings)::text[]))`;

/** The version that an article was translated from, while readers have it. */
const basedOn = `(select json_build_object('id', t.article_id, 'language', t.language, 'slug', t.slug)
     from published_for_machines m
     join published_article t on t.story_id = p.story_id and t.language = m.source_language
    where m.article_id = p.article_id and t.language = any((select live_languages from site_settings)::text[]))`;

/**
 * One statement from address to answer. PostgreSQL writes the JSON, so that this process only passes it on: `own` is the
 * card, `rest` the fields of the article behind it, null under an address of before.
 * `leads` says that links to other stories are still to be put into the text.
 * The row of the address tells an article that was taken down from one that never was; the story that it was of has
 * perhaps other languages still.
 */
const articleSql = (besides = '') => `
  select p.slug, p.card::text as own, case when p.slug = a.slug then json_build_object('html', p.html, 'standfirstHtml', p.standfirst_html, 'seoTitle', p.seo_title,
    'seoDescription', p.seo_description, 'topics', ${named('topics')}, 'authors', ${named('authors')},
    'summary', p.summary, 'canonicalUrl', p.canonical_url, 'source', p.source,
    'corrections', p.corrections, 'outline', p.outline, 'relatedStories', ${relatedStoriesSql('p.related_story_ids', 'p.language')},
    'translations', ${translationsOf('p.story_id')}, 'basedOn', ${basedOn}, 'card', ${cardVersion})::text end as rest,
         p.related_story_ids <> '{}' as leads,
         case when p.slug is null
              then ${translationsOf('(select w.story_id from article w where w.id = a.article_id)')} end as others${besides}
    from article_address a left join published_article p on p.article_id = a.article_id
   where a.language = $1 and a.slug = $2`;

export const publicArticleSql = articleSql();

/** The same with what stands around the article. */
export const publicPageSql = articleSql(`,
         case when p.slug = a.slug then (select ${around}::text from (select p.*) as own) end as around`);
