import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CheckedLinks, LinkState, LinkTarget, LinkTargets, LinkTargetsQuery } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { ENV, type Env } from '../env.ts';
import { SqlParameters } from '../permissions/permissions.ts';
import { liveLanguages } from '../stories/live-languages.ts';
import { sitePage, sitePath, type SitePage } from './site-path.ts';

const mostTargets = 8;
const mostWords = 8;

type Queries = Pick<EntityManager, 'query'>;

interface Asked {
  at: number;
  kind: string;
  language: string;
  slug: string;
}

/** Links from a text to the newsroom's own pages: what there is to link to, and what no longer leads anywhere. */
@Injectable()
export class LinksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Articles that readers have, by words of their published headline. What is public may be linked to by anybody who
   * writes, whichever stories they may read here; a language that is switched off is not public.
   */
  async targets({ search, language }: LinkTargetsQuery): Promise<LinkTargets> {
    const parameters = new SqlParameters();
    const conditions = ['p.language = any(s.live_languages)'];
    for (const word of search.replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, mostWords))
      conditions.push(`p.headline ilike ${parameters.add(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`);
    const items: LinkTarget[] = await this.dataSource.query(
      `select p.article_id as "articleId", p.story_id as "storyId", p.language, p.headline,
              to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
              '/' || p.language || '/news/' || p.slug as path
         from published_article p cross join site_settings s
        where ${conditions.join(' and ')}
        order by p.language = ${parameters.add(language)} desc, p.published_at desc limit ${mostTargets}`,
      parameters.values,
    );
    return { items };
  }

  /**
   * What readers find at the addresses of this site among these. It tells nothing that a reader could not see: a draft
   * has no address yet.
   * @param queries the transaction that asks, if one does
   */
  async check(hrefs: readonly string[], queries: Queries = this.dataSource): Promise<CheckedLinks> {
    const own = [...new Set(hrefs)].flatMap((href) => {
      const path = sitePath(href, this.env.SITE_URL);
      return path === null ? [] : [{ href, path, page: sitePage(path) }];
    });
    const states = await this.states(
      queries,
      own.map(({ page }) => page),
    );
    const moved = await this.moved(
      queries,
      own.map(({ path }) => path),
    );
    return {
      items: own.map(({ href, path }, at) => ({
        href,
        state: moved.has(path) ? 'live' : (states[at] ?? 'unknown'),
      })),
    };
  }

  private async states(queries: Queries, pages: readonly SitePage[]): Promise<LinkState[]> {
    const live = await liveLanguages(queries);
    const asked = pages.flatMap((page, at): Asked[] => ('slug' in page ? [{ at, ...page }] : []));
    const found = new Map((await this.look(queries, asked)).map(({ at, state }) => [at, state]));
    return pages.map((page, at) => {
      if (page.kind === 'fixed') return 'live';
      if (page.kind === 'front') return live.includes(page.language) ? 'live' : 'unknown';
      return found.get(at) ?? 'unknown';
    });
  }

  private look(queries: Queries, asked: readonly Asked[]): Promise<{ at: number; state: LinkState }[]> {
    if (asked.length === 0) return Promise.resolve([]);
    return queries.query(
      `with asked as (
         select * from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as a (at, kind, language, slug)),
       term as (
         select 'section' as kind, slug, names, retired_at from section
         union all select 'region', slug, names, retired_at from region
         union all select 'topic', slug, names, null from topic
         union all select 'author', slug, names, null from author)
       select a.at, case when p.article_id is null then 'withdrawn' else 'live' end as state
         from asked a join article_address d on d.language = a.language and d.slug = a.slug
         left join published_article p on p.article_id = d.article_id
        where a.kind = 'article'
       union all
       select a.at, case when t.retired_at is null then 'live' else 'withdrawn' end
         from asked a join term t on t.kind = a.kind and t.slug = a.slug and t.names ? a.language`,
      [
        asked.map(({ at }) => at),
        asked.map(({ kind }) => kind),
        asked.map(({ language }) => language),
        asked.map(({ slug }) => slug),
      ],
    );
  }

  private async moved(queries: Queries, paths: readonly string[]): Promise<Set<string>> {
    const rows: { from_path: string }[] = await queries.query(
      'select from_path from redirect where from_path = any($1)',
      [paths],
    );
    return new Set(rows.map((row) => row.from_path));
  }
}
