import { Inject, Injectable } from '@nestjs/common';
import { fillRelatedStories } from '@broadsheet/document/render';
import type { Language, PublicArticle, PublicTranslation } from '@broadsheet/types';
import { PublicPool } from '../database/public-pool.service.ts';
import { publicArticleSql, publicPageSql } from './public-article-sql.ts';

/** What stands at an address: an article, the way to its present address, one that was taken down, or nothing. */
export type PublicArticleAnswer =
  | { kind: 'article'; json: string }
  | { kind: 'moved'; to: string }
  /** In which languages its story is still published. */
  | { kind: 'gone'; translations: PublicTranslation[] }
  | { kind: 'nothing' };

interface Row {
  slug: string | null;
  own: string | null;
  rest: string | null;
  leads: boolean | null;
  others: PublicTranslation[] | null;
  around?: string;
}

@Injectable()
export class PublicArticleService {
  constructor(@Inject(PublicPool) private readonly pool: PublicPool) {}

  /** A `PublicArticle`, as JSON text. */
  find(language: Language, slug: string): Promise<PublicArticleAnswer> {
    return this.ask({ name: 'public-article', text: publicArticleSql, values: [language, slug] }, language);
  }

  /** A `PublicPage`: one question instead of two, for whoever makes pages. */
  page(language: Language, slug: string): Promise<PublicArticleAnswer> {
    return this.ask({ name: 'public-page', text: publicPageSql, values: [language, slug] }, language);
  }

  private async ask(
    query: { name: string; text: string; values: string[] },
    language: Language,
  ): Promise<PublicArticleAnswer> {
    const { rows } = await this.pool.query<Row>(query);
    const [row] = rows;
    if (!row) return { kind: 'nothing' };
    if (!row.own || !row.rest)
      return row.slug
        ? { kind: 'moved', to: `/${language}/news/${row.slug}` }
        : { kind: 'gone', translations: row.others ?? [] };
    const { own, around } = row;
    const rest = row.leads ? withLinks(row.rest, language) : row.rest;
    const article = `${own.slice(0, -1)}, ${rest.slice(1)}`;
    return { kind: 'article', json: around ? `{"article":${article},"around":${around}}` : article };
  }
}

/**
 * Links put into the text of an article that PostgreSQL wrote as JSON, without taking it apart: a quotation mark inside
 * a text is escaped there, so these are found as the names of fields alone.
 */
function withLinks(json: string, language: Language): string {
  const field = (name: string) => json.indexOf(`"${name}" : `);
  const stories = json.slice(field('relatedStories') + '"relatedStories" : '.length, field('translations'));
  const relatedStories = JSON.parse(stories.replace(/, $/, '')) as PublicArticle['relatedStories'];
  const [begin, end] = [field('html'), field('seoTitle')];
  const text = fillRelatedStories(json.slice(begin, end), { language, relatedStories }, (link) =>
    JSON.stringify(link).slice(1, -1),
  );
  return json.slice(0, begin) + text + json.slice(end);
}
