import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Article, Revision, RevisionReason, RevisionSummary } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { lockedArticle, readableArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import { ArticlesService } from '../articles/articles.service.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { may } from '../permissions/permissions.ts';
import { picturesOf, renderArticle } from '../publishing/published-row.ts';
import { freeze, type FrozenRevision } from './freeze.ts';

interface SummaryRow {
  id: string;
  article_id: string;
  number: number;
  reason: RevisionReason;
  headline: string;
  word_count: number;
  created_by: { id: string; name: string } | null;
  created_at: Date;
}

const summaryColumns = `r.id, r.article_id, r.number, r.reason, r.content ->> 'headline' as headline, r.word_count,
  r.created_at, case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as created_by`;

/** The history of an article: frozen by approval, schedule, publication or by hand. */
@Injectable()
export class RevisionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** Newest first. @throws DomainError NOT_FOUND */
  async list(person: Person, articleId: string): Promise<RevisionSummary[]> {
    const article = await readableArticle(this.dataSource, person, articleId);
    const rows: SummaryRow[] = await this.dataSource.query(
      `select ${summaryColumns} from revision r left join "user" u on u.id = r.created_by_id
        where r.article_id = $1 order by r.number desc limit 500`,
      [articleId],
    );
    return rows.map((row) => toSummary(row, article));
  }

  /** With its text, and as HTML like readers would get it. @throws DomainError NOT_FOUND */
  async get(person: Person, id: string): Promise<Revision> {
    const { row, frozen, article } = await this.readable(this.dataSource.manager, person, id);
    const pictures = await picturesOf(this.dataSource, frozen, article.language);
    const { html } = await renderArticle(this.dataSource, frozen, article.language, pictures);
    return { ...toSummary(row, article), content: frozen.content, html };
  }

  /** Freezes the text of this moment by hand. @throws DomainError NOT_FOUND, FORBIDDEN */
  async save(person: Person, articleId: string): Promise<RevisionSummary> {
    return this.dataSource.transaction(async (manager) => {
      this.refuseReader(person, await readableArticle(manager, person, articleId));
      const snapshot = await this.documents.snapshot(manager, articleId);
      const article = await lockedArticle(manager, articleId);
      const { id } = await freeze(manager, article, snapshot, 'saved', person.id);
      const { row } = await this.readable(manager, person, id);
      return toSummary(row, article);
    });
  }

  /**
   * Puts the text of a revision back. What stands there now is frozen first, so that nothing is lost; open editors
   * get the change like any other edit. Status, section and pictures' descriptions stay as they are.
   * @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async restore(person: Person, articleId: string, revisionId: string): Promise<Article> {
    const frozen = await this.dataSource.transaction(async (manager) => {
      this.refuseReader(person, await readableArticle(manager, person, articleId));
      const found = await this.readable(manager, person, revisionId);
      if (found.article.id !== articleId) throw notFound('revision');
      const snapshot = await this.documents.snapshot(manager, articleId);
      const article = await lockedArticle(manager, articleId);
      await freeze(manager, article, snapshot, 'restored', person.id);
      return found.frozen;
    });
    await this.documents.change(articleId, person.id, frozen.content);
    await this.dataSource.transaction((manager) => this.notices.send(manager, 'article', articleId));
    return this.articles.get(person, articleId);
  }

  private refuseReader(person: Person, article: ArticleRow): void {
    if (!may(person, 'article.write', scopeOf(article)))
      throw new DomainError('FORBIDDEN', 'You may read this article but not change it. Nothing was changed.');
  }

  private async readable(
    manager: EntityManager,
    person: Person,
    id: string,
  ): Promise<{ row: SummaryRow; frozen: FrozenRevision; article: ArticleRow }> {
    const rows: (SummaryRow & FrozenRevision)[] = await manager.query(
      `select ${summaryColumns}, r.content, r.metadata from revision r
         left join "user" u on u.id = r.created_by_id where r.id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw notFound('revision');
    try {
      return { row, frozen: row, article: await readableArticle(manager, person, row.article_id) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound('revision');
      throw error;
    }
  }
}

const toSummary = (row: SummaryRow, article: ArticleRow): RevisionSummary => ({
  id: row.id,
  articleId: row.article_id,
  number: row.number,
  reason: row.reason,
  headline: row.headline,
  wordCount: row.word_count,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  isPublished: row.id === article.published_revision_id,
  isApproved: row.id === article.approved_revision_id,
});
