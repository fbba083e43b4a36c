import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { withRelatedStories } from '@broadsheet/document/render';
import type { Language, PublicArticle } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { publicPool } from './public-pool.ts';
import { publicArticleSql } from './public-article-sql.ts';

/** What stands at an address: an article, the way to its present address, one that was taken down, or nothing. */
export type PublicArticleAnswer =
  { kind: 'article'; json: string } | { kind: 'moved'; to: string } | { kind: 'gone' } | { kind: 'nothing' };

interface Row {
  slug: string | null;
  json: string | null;
  leads: boolean | null;
}

@Injectable()
export class PublicArticleService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(language: Language, slug: string): Promise<PublicArticleAnswer> {
    const { rows } = await publicPool(this.dataSource).query<Row>({
      name: 'public-article',
      text: publicArticleSql,
      values: [language, slug],
    });
    const [row] = rows;
    if (!row) return { kind: 'nothing' };
    if (row.json) return { kind: 'article', json: row.leads ? withLinks(row.json) : row.json };
    return row.slug ? { kind: 'moved', to: `/${language}/news/${row.slug}` } : { kind: 'gone' };
  }
}

/** Few texts lead to other stories, so the rest are passed on as they are. */
function withLinks(json: string): string {
  const article = JSON.parse(json) as PublicArticle;
  return JSON.stringify({ ...article, html: withRelatedStories(article) });
}
