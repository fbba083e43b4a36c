import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language, MostReadQuery, PublicListQuery } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../common/cursor.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { isoInstant } from './public-card-sql.ts';
import { aroundSql, frontSql, listSql, longReadsSql, microseconds, mostReadSql } from './public-lists-sql.ts';
import { publicPool } from './public-pool.ts';

const sitemapPageSize = 5000;

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
    const isBackwards = query.newer !== undefined;
    const rows = await this.rows(listSql(language, query));
    const shown = rows.slice(0, query.limit);
    if (isBackwards) shown.reverse();
    const hasMore = rows.length > query.limit;
    const [first] = shown;
    const last = shown.at(-1);
    const older = last && (isBackwards || hasMore) ? writeCursor(last) : null;
    const newer =
      first && (isBackwards ? hasMore : await this.hasPageBefore(language, query, first))
        ? writeCursor(first)
        : null;
    return listJson(shown, `"older":${JSON.stringify(older)},"newer":${JSON.stringify(newer)}`);
  }

  /** A `PublicFront`. */
  async front(language: Language, limit: number): Promise<string> {
    const [items, longReads] = await Promise.all([
      this.rows({ name: 'public-front', text: frontSql, values: [language, limit] }),
      this.rows({ name: 'public-long-reads', text: longReadsSql, values: [language] }),
    ]);
    return listJson(items, `"longReads":[${longReads.map((row) => row.json).join(',')}]`);
  }

  /** A `PublicAround`, or null when nothing is published at the address. */
  async around(language: Language, slug: string): Promise<string | null> {
    const [row] = await this.rows({ name: 'public-around', text: aroundSql, values: [language, slug] });
    return row?.json ?? null;
  }

  /** A `MostRead`. */
  async mostRead(language: Language, { hours, section, region, limit }: MostReadQuery): Promise<string> {
    const rows = await this.rows({
      name: 'public-most-read',
      text: mostReadSql,
      values: [language, Number(hours), section ?? region ?? null, limit],
    });
    return listJson(rows);
  }

  /** A `SitemapPage` of one language, oldest first, so that a part once full never changes its limits. */
  async sitemap(language: Language, after: string | undefined): Promise<string> {
    const parameters = new SqlParameters([language]);
    let beyond = '';
    if (after) {
      const { at, id } = readCursor(after);
      beyond = `and (p.published_at, p.article_id) > (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`;
    }
    const rows = await this.rows({
      text: `select p.article_id as id, ${microseconds('p.published_at')} as at,
              json_build_object('language', p.language, 'slug', p.slug, 'storyId', p.story_id, 'headline', p.headline,
                'publishedAt', ${isoInstant('p.published_at')}, 'modifiedAt', ${isoInstant('p.modified_at')})::text as json
         from published_article p where p.language = $1 ${beyond}
        order by p.published_at, p.article_id limit ${sitemapPageSize + 1}`,
      values: parameters.values,
    });
    const shown = rows.slice(0, sitemapPageSize);
    const last = shown.at(-1);
    const next = last && rows.length > sitemapPageSize ? writeCursor(last) : null;
    return listJson(shown, `"next":${JSON.stringify(next)}`);
  }

  /** Whether more stands before this row than the first page shows: else the way back leads to the first page. */
  private async hasPageBefore(language: Language, query: PublicListQuery, first: Row): Promise<boolean> {
    if (query.older === undefined) return false;
    const before = { ...query, older: undefined, newer: writeCursor(first) };
    return (await this.rows(listSql(language, before))).length > query.limit;
  }

  private async rows(query: { name?: string; text: string; values: unknown[] }): Promise<Row[]> {
    return (await publicPool(this.dataSource).query<Row>(query)).rows;
  }
}

const listJson = (rows: readonly Row[], more = ''): string =>
  `{"items":[${rows.map((row) => row.json).join(',')}]${more && `,${more}`}}`;
