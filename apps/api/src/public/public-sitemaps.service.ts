import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@broadsheet/types';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { PublicPool } from '../database/public-pool.service.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { microseconds } from './public-lists-sql.ts';

/** Articles of one part of a sitemap. */
const partSize = 5000;
/** What Google takes of a news sitemap: so many articles a file, of so many hours. */
const newsPartSize = 1000;
const newsHours = 48;

/** An instant as JSON clients read it, in milliseconds and UTC. */
const isoInstant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What is syndicated has its original elsewhere, and only originals are named to search engines. */
const isOurs = 'canonical_url is null';

const translations = `(select json_agg(json_build_object('language', t.language, 'slug', t.slug)
     order by array_position(array['az', 'ru', 'en', 'hy'], t.language))
     from published_article t where t.story_id = p.story_id and t.${isOurs}
      and t.language = any((select live_languages from site_settings)::text[]))`;

const entry = `json_build_object('language', p.language, 'slug', p.slug, 'storyId', p.story_id,
  'headline', p.headline, 'picture', p.picture, 'translations', ${translations},
  'publishedAt', ${isoInstant('p.published_at')}, 'modifiedAt', ${isoInstant('p.modified_at')})::text`;

interface Row {
  id: string;
  json: string;
  at: string;
}

/** What is published, for search engines, as JSON text that PostgreSQL wrote. */
@Injectable()
export class PublicSitemapsService {
  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** A `SitemapPage` of one language, oldest first, so that a part once full never changes its limits. */
  page(language: Language, after: string | undefined): Promise<string> {
    return this.walk(language, after, '', partSize);
  }

  /** A `SitemapPage` of what came out in the last two days. */
  news(language: Language, after: string | undefined): Promise<string> {
    return this.walk(
      language,
      after,
      `and p.published_at > now() - interval '${newsHours} hours'`,
      newsPartSize,
    );
  }

  /** `SitemapParts`: where each page begins, found along the index alone. */
  async parts(language: Language): Promise<string> {
    const { rows } = await this.pool.query<{ id: string; at: string }>({
      name: 'public-sitemap-parts',
      text: `select article_id as id, ${microseconds('published_at')} as at
               from (select article_id, published_at, row_number() over w as number,
                            lead(article_id) over w is not null as has_more
                       from published_article where language = $1 and ${isOurs}
                     window w as (order by published_at, article_id)) p
              where number % ${partSize} = 0 and has_more order by published_at, article_id`,
      values: [language],
    });
    return JSON.stringify({ parts: [null, ...rows.map(writeCursor)] });
  }

  private async walk(
    language: Language,
    after: string | undefined,
    also: string,
    limit: number,
  ): Promise<string> {
    const parameters = new SqlParameters([language]);
    let beyond = '';
    if (after) {
      const { at, id } = readCursor(after);
      beyond = `and (p.published_at, p.article_id) > (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`;
    }
    const { rows } = await this.pool.query<Row>(
      `select p.article_id as id, ${microseconds('p.published_at')} as at, ${entry} as json
         from published_article p where p.language = $1 and p.${isOurs} ${also} ${beyond}
        order by p.published_at, p.article_id limit ${limit + 1}`,
      parameters.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = last && rows.length > limit ? writeCursor(last) : null;
    return `{"items":[${shown.map(({ json }) => json).join(',')}],"next":${JSON.stringify(next)}}`;
  }
}
