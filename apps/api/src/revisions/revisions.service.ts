import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { countWords, renderText } from '@broadsheet/document/render';
import type {
  Article,
  Draft,
  PublicationPeriod,
  Revision,
  RevisionReason,
  RevisionSummary,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { lockedArticle, readableArticle, scopeOf, type ArticleRow } from '../articles/article-rows.ts';
import { ArticlesService } from '../articles/articles.service.ts';
import { Documents, type DocumentSnapshot } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { may } from '../permissions/permissions.ts';
import { picturesOf, renderArticle } from '../publishing/published-row.ts';
import { freeze, frozenMetadata, type FrozenRevision, type StoredRevision } from './freeze.ts';
import { wholeMetadata, type StoredMetadata } from './whole-metadata.ts';

/** So many of the newest are listed, and of those before them what was named, or kept by more than a pause. */
const most = 1000;

interface NamedPerson {
  id: string;
  name: string;
  colour: number;
}

interface SummaryRow {
  id: string;
  article_id: string;
  number: number;
  reason: RevisionReason;
  headline: string;
  word_count: number;
  created_by: NamedPerson | null;
  written_by: NamedPerson[];
  created_at: Date;
  name: string | null;
  metadata: StoredMetadata;
  published: PublicationPeriod[];
}

const named = (person: string) =>
  `json_build_object('id', ${person}.id, 'name', ${person}.name, 'colour', ${person}.colour)`;

const summaryColumns = `n.name, r.metadata, array(
    select json_build_object('since', to_char(p.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                             'until', to_char(p.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from publication_period p where p.revision_id = r.id order by p.since) as published,
  r.id, r.article_id, r.number, r.reason, r.content ->> 'headline' as headline, r.word_count,
  r.created_at, case when u.id is not null then ${named('u')} end as created_by,
  array(select ${named('w')} from "user" w where w.id = any(r.written_by) order by w.name, w.id) as written_by`;
const joined = `revision r left join "user" u on u.id = r.created_by_id
  left join revision_name n on n.revision_id = r.id`;

/** The history of an article: frozen by approval, schedule, publication, by hand, or in a pause of somebody's. */
@Injectable()
export class RevisionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** Newest first; of a very long history the pauses of long ago are left out. @throws DomainError NOT_FOUND */
  async list(person: Person, articleId: string): Promise<RevisionSummary[]> {
    const article = await readableArticle(this.dataSource, person, articleId);
    const rows: SummaryRow[] = await this.dataSource.query(
      `select ${summaryColumns} from ${joined}
        where r.article_id = $1
          and (r.number > (select max(number) - ${most} from revision where article_id = $1)
            or n.name is not null or r.reason <> 'written')
        order by r.number desc`,
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
  async save(person: Person, articleId: string, name: string | null): Promise<RevisionSummary> {
    return this.dataSource.transaction(async (manager) => {
      this.refuseReader(person, await readableArticle(manager, person, articleId));
      const snapshot = await this.documents.snapshot(manager, articleId);
      const article = await lockedArticle(manager, articleId);
      const { id } = await freeze(manager, article, snapshot, 'saved', person.id);
      await writeName(manager, id, name, person.id);
      const { row } = await this.readable(manager, person, id);
      return toSummary(row, article);
    });
  }

  /** Names a revision, another name than before, or none. @throws DomainError NOT_FOUND, FORBIDDEN */
  async name(person: Person, id: string, name: string | null): Promise<RevisionSummary> {
    return this.dataSource.transaction(async (manager) => {
      const { article } = await this.readable(manager, person, id);
      this.refuseReader(person, article);
      await writeName(manager, id, name, person.id);
      return toSummary((await this.readable(manager, person, id)).row, article);
    });
  }

  /** What stands in the article now, with every stored edit. @throws DomainError NOT_FOUND */
  async draft(person: Person, articleId: string): Promise<Draft> {
    return this.dataSource.transaction(async (manager) => {
      const article = await readableArticle(manager, person, articleId);
      const { content } = await this.documents.snapshot(manager, articleId);
      return {
        content,
        metadata: frozenMetadata(article, content),
        writtenBy: await this.writersSince(manager, articleId),
        wordCount: countWords(renderText(content.body)),
        updatedAt: article.updated_at.toISOString(),
      };
    });
  }

  /**
   * Puts the text of a revision back. What stands there at that moment is frozen first, in the same transaction, so that
   * nothing is lost; open editors get the change like any other edit. Status, section and pictures' descriptions stay as
   * they are. Suggestions are in no revision: while any is open, nothing is put back.
   * @throws DomainError NOT_FOUND, FORBIDDEN, SUGGESTIONS_OPEN
   */
  async restore(person: Person, articleId: string, revisionId: string): Promise<Article> {
    const { manager } = this.dataSource;
    this.refuseReader(person, await readableArticle(manager, person, articleId));
    const found = await this.readable(manager, person, revisionId);
    if (found.article.id !== articleId) throw notFound('revision');
    await this.documents.change(articleId, person.id, found.frozen.content, async (present, manager) => {
      refuseSuggested(present);
      const article = await lockedArticle(manager, articleId);
      this.refuseReader(person, article);
      const kept = await freeze(manager, article, present, 'restored', person.id);
      await this.notices.send(manager, 'article', articleId);
      await this.notices.send(manager, 'restored', `${articleId} ${revisionId} ${kept.id}`);
    });
    return this.articles.get(person, articleId);
  }

  private writersSince(manager: EntityManager, articleId: string): Promise<NamedPerson[]> {
    return manager.query(
      `select u.id, u.name, u.colour from next_revision_writer n join "user" u on u.id = n.user_id
        where n.article_id = $1 order by u.name, u.id`,
      [articleId],
    );
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
    const rows: (SummaryRow & StoredRevision)[] = await manager.query(
      `select ${summaryColumns}, r.content from ${joined} where r.id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw notFound('revision');
    try {
      const frozen = { ...row, metadata: wholeMetadata(row.metadata) };
      return { row, frozen, article: await readableArticle(manager, person, row.article_id) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound('revision');
      throw error;
    }
  }
}

function refuseSuggested({ suggestions }: DocumentSnapshot): void {
  if (suggestions.length > 0)
    throw new DomainError(
      'SUGGESTIONS_OPEN',
      'There are open suggestions in this text, and putting another text here would delete them. Nothing was changed; accept or reject them first.',
    );
}

async function writeName(
  manager: EntityManager,
  revisionId: string,
  name: string | null,
  userId: string,
): Promise<void> {
  if (name === null)
    return void (await manager.query('delete from revision_name where revision_id = $1', [revisionId]));
  await manager.query(
    `insert into revision_name (revision_id, name, named_by_id) values ($1, $2, $3)
     on conflict (revision_id) do update set name = excluded.name, named_by_id = excluded.named_by_id, named_at = now()`,
    [revisionId, name, userId],
  );
}

/** Revisions of before their writers were kept name the one person whose pause it was. */
function writersOf({ reason, created_by: only, written_by: writers }: SummaryRow): NamedPerson[] {
  return writers.length === 0 && reason === 'written' && only ? [only] : writers;
}

const toSummary = (row: SummaryRow, article: ArticleRow): RevisionSummary => ({
  id: row.id,
  articleId: row.article_id,
  number: row.number,
  reason: row.reason,
  name: row.name,
  headline: row.headline,
  wordCount: row.word_count,
  createdBy: row.created_by,
  writtenBy: writersOf(row),
  createdAt: row.created_at.toISOString(),
  isPublished: row.id === article.published_revision_id,
  isApproved: row.id === article.approved_revision_id,
  metadata: wholeMetadata(row.metadata),
  published: row.published,
});
