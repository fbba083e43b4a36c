import { Inject, Injectable } from '@nestjs/common';
import type { Language, PublicFeedQuery } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import { listSql } from './public-lists-sql.ts';

const inFeed = 30;

/** What feeds and text versions are made of, as JSON text that PostgreSQL wrote. */
@Injectable()
export class PublicFeedsService {
  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** A `PublicFeed`: the newest of a list, with their whole texts where the site gives them to feeds. */
  async feed(language: Language, query: PublicFeedQuery): Promise<string> {
    const list = listSql(language, { ...query, limit: inFeed });
    const { rows } = await this.pool.query<{ json: string }>(
      `select (f.json::jsonb || jsonb_build_object('topics', coalesce(p.topics, '[]'), 'authors', coalesce(p.authors, '[]'),
                'html', case when s.feed_full_text then p.html end))::text as json
         from (${list.text}) f join published_article p on p.article_id = f.id cross join site_settings s
        order by p.published_at desc, p.article_id desc limit ${inFeed}`,
      list.values,
    );
    return `{"items":[${rows.map(({ json }) => json).join(',')}]}`;
  }

  /**
   * A `PublicMarkdown`, or null: nothing is published there, or the site has no text versions. What was published
   * before there was Markdown is given as plain text.
   */
  async markdown(language: Language, slug: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ json: string }>({
      name: 'public-markdown',
      text: `select json_build_object('markdown', coalesce(m.markdown, replace(p.text, E'\\n', E'\\n\\n')))::text as json
               from published_article p left join published_for_machines m using (article_id) cross join site_settings s
              where p.language = $1 and p.slug = $2 and (s.crawlers ->> 'textVersions')::boolean`,
      values: [language, slug],
    });
    return rows[0]?.json ?? null;
  }
}
