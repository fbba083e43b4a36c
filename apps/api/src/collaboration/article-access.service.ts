import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { may, type Holder } from '../permissions/permissions.ts';

/** What a person may do in an article's document. */
export type DocumentRight = 'write' | 'suggest' | 'read' | 'none';

interface ScopeRow {
  section_id: string | null;
  region_ids: string[];
  language: Language;
  created_by_id: string | null;
}

/** The permission rule, asked for one article as it stands now. */
@Injectable()
export class ArticleAccess {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** An article that does not exist gives no right. */
  async rightOf(holder: Holder, articleId: string): Promise<DocumentRight> {
    const rows: ScopeRow[] = await this.dataSource.query(
      `select s.section_id, s.created_by_id, a.language,
              array(select region_id::text from story_region r where r.story_id = s.id) as region_ids
         from article a join story s on s.id = a.story_id where a.id = $1`,
      [articleId],
    );
    const row = rows[0];
    if (!row) return 'none';
    const scope = {
      sectionId: row.section_id,
      regionIds: row.region_ids,
      language: row.language,
      createdById: row.created_by_id,
    };
    if (may(holder, 'article.write', scope)) return 'write';
    if (may(holder, 'article.suggest', scope)) return 'suggest';
    return may(holder, 'story.read', scope) ? 'read' : 'none';
  }
}
