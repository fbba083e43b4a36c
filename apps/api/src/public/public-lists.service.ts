import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language, PublicListQuery } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { cardColumns, isoInstant } from './public-card-sql.ts';
import { publicPool } from './public-pool.ts';

const sitemapPageSize = 5000;
const microseconds = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')`;

interface Row {
  id: string;
  json: string;
  at: string;
}

/** Lists of what is published, as JSON text that PostgreSQL wrote. */
@Injectable()
export class PublicListsService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A `PublicList`, newest first. @throws DomainError INPUT_INVALID for a cursor of nobody's */
  async articles(language: Language, query: PublicListQuery): Promise<string> {
    const parameters = new SqlParameters([language]);
    const conditions = ['p.language = $1'];
    const contains = (column: string, value: string | undefined) => {
      if (value) conditions.push(`p.${column} @> array[${parameters.add(value)}::uuid]`);
    };
    if (query.section) conditions.push(`p.section_id = ${parameters.add(query.section)}::uuid`);
    contains('region_ids', query.region);
    contains('topic_ids', query.topic);
    contains('author_ids', query.author);
    if (query.older) {
      const { at, id } = readCursor(query.older);
      conditions.push(
        `(p.published_at, p.article_id) < (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`,
      );
    }
    const rows = await this.rows(
      `select p.article_id as id, ${microseconds('p.published_at')} as at,
              json_build_object(${cardColumns})::text as json
         from published_article p where ${conditions.join(' and ')}
        order by p.published_at desc, p.article_id desc limit ${query.limit + 1}`,
      parameters.values,
    );
    return page(rows, query.limit, 'older');
  }

  /** A `SitemapPage` of one language, oldest first, so that a part once full never changes its limits. */
  async sitemap(language: Language, after: string | undefined): Promise<string> {
    const parameters = new SqlParameters([language]);
    let beyond = '';
    if (after) {
      const { at, id } = readCursor(after);
      beyond = `and (p.published_at, p.article_id) > (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`;
    }
    const rows = await this.rows(
      `select p.article_id as id, ${microseconds('p.published_at')} as at,
              json_build_object('language', p.language, 'slug', p.slug, 'storyId', p.story_id, 'headline', p.headline,
                'publishedAt', ${isoInstant('p.published_at')}, 'modifiedAt', ${isoInstant('p.modified_at')})::text as json
         from published_article p where p.language = $1 ${beyond}
        order by p.published_at, p.article_id limit ${sitemapPageSize + 1}`,
      parameters.values,
    );
    return page(rows, sitemapPageSize, 'next');
  }

  private async rows(text: string, values: unknown[]): Promise<Row[]> {
    return (await publicPool(this.dataSource).query<Row>(text, values)).rows;
  }
}

function page(rows: Row[], limit: number, cursorName: 'older' | 'next'): string {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const cursor = rows.length > limit && last ? writeCursor(last) : null;
  return `{"items":[${shown.map((row) => row.json).join(',')}],"${cursorName}":${JSON.stringify(cursor)}}`;
}
