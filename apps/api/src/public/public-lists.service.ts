import { Inject, Injectable } from '@nestjs/common';
import type { Language, PublicListQuery } from '@broadsheet/types';
import { writeCursor } from '../common/cursor.ts';
import { PublicPool } from '../database/public-pool.service.ts';
import { aroundSql, frontSql, listSql, longReadsSql } from './public-lists-sql.ts';

interface Row {
  id: string;
  json: string;
  at: string;
}

/** Lists of what is published, as JSON text that PostgreSQL wrote. */
@Injectable()
export class PublicListsService {
  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

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

  /** Whether more stands before this row than the first page shows: else the way back leads to the first page. */
  private async hasPageBefore(language: Language, query: PublicListQuery, first: Row): Promise<boolean> {
    if (query.older === undefined) return false;
    const before = { ...query, older: undefined, newer: writeCursor(first) };
    return (await this.rows(listSql(language, before))).length > query.limit;
  }

  private async rows(query: { name?: string; text: string; values: unknown[] }): Promise<Row[]> {
    return (await this.pool.query<Row>(query)).rows;
  }
}

const listJson = (rows: readonly Row[], more = ''): string =>
  `{"items":[${rows.map((row) => row.json).join(',')}]${more && `,${more}`}}`;
