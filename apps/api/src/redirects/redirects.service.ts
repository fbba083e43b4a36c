import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { languages, type LocalizedText } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../common/changed-meanwhile.ts';
import { slugTaken } from '../common/with-constraints.ts';

/** What has a page of its own in each language, at `/{lang}/{kind}/{slug}`. */
export type PageKind = 'section' | 'region' | 'topic' | 'author';

/** Where a page that moves goes: to another page, in the languages that it has a name in, else to the front. */
export interface NewPlace {
  kind: PageKind;
  slug: string;
  names: LocalizedText;
}

const lockName = 'broadsheet redirects';
const feed = /\/feed\.(?:xml|atom|json)$/;

/** Addresses of pages that moved. A redirect is one hop: no target is itself the address of something that moved. */
@Injectable()
export class RedirectsService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Sends a page's addresses, in every language, to its new place (null: the front); part of the caller's transaction.
   * Redirects that led to the old address lead to the new one at once.
   */
  async move(manager: EntityManager, kind: PageKind, slug: string, to: NewPlace | null): Promise<void> {
    await this.lock(manager);
    for (const language of languages) {
      const from = `/${language}/${kind}/${slug}`;
      const target = to?.names[language] ? `/${language}/${to.kind}/${to.slug}` : `/${language}/`;
      await manager.query('delete from redirect where from_path = $1', [target]);
      await manager.query('update redirect set to_path = $2 where to_path = $1', [from, target]);
      await manager.query(
        `insert into redirect (from_path, to_path) values ($1, $2)
         on conflict (from_path) do update set to_path = excluded.to_path, created_at = now()`,
        [from, target],
      );
    }
  }

  /**
   * Refuses an address that once was another page's; a page may take its own old address back.
   * @throws DomainError SLUG_TAKEN
   */
  async refuseTaken(
    manager: EntityManager,
    kind: PageKind,
    slug: string,
    ownSlug: string | null,
  ): Promise<void> {
    await this.lock(manager);
    const rows: unknown[] = await manager.query(
      `select 1 from unnest($1::text[]) as language join redirect r on r.from_path = '/' || language || '/' || $2 || '/' || $3
        where $4::text is null or r.to_path not in ('/' || language || '/' || $2 || '/' || $4, '/' || language || '/')
        limit 1`,
      [languages, kind, slug, ownSlug],
    );
    if (rows.length > 0) throw slugTaken(slug);
  }

  /** Where a path of the site has gone; the feed beside a page goes with it. @throws DomainError NOT_FOUND */
  async find(path: string): Promise<string> {
    const [suffix = ''] = feed.exec(path) ?? [];
    const page = path.slice(0, path.length - suffix.length);
    const [row]: { to_path: string }[] = await this.dataSource.query(
      'select to_path from redirect where from_path = $1',
      [page],
    );
    if (!row) throw notFound('redirect');
    return suffix ? `${row.to_path.replace(/\/$/, '')}${suffix}` : row.to_path;
  }

  /** One change of redirects at a time, so that two together cannot make a chain. */
  private async lock(manager: EntityManager): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName]);
  }
}
