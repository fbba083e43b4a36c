import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Article, ArticleContent, Language, StartLanguageInput } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { copyAuthors } from '../articles/article-authors.ts';
import { findArticle } from '../articles/article-rows.ts';
import { ArticlesService } from '../articles/articles.service.ts';
import { Documents, type DocumentSnapshot } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { brokenConstraint } from '../common/constraint-error.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { Notices } from '../database/notices.service.ts';
import { may } from '../permissions/permissions.ts';
import { freeze } from '../revisions/freeze.ts';
import { refuseUnlive } from './live-languages.ts';
import { readableStory, storyScope } from './story-rows.ts';

/** What a translation starts from. */
interface Source {
  content: ArticleContent;
  language: Language;
  revisionId: string;
  articleId: string;
}

/** Starts further languages of a story. */
@Injectable()
export class StoryLanguagesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /**
   * A new article of the story. With `from`, the text of that language as it is this moment is its seed, with the
   * ids of its blocks, and the article remembers the revision it came from.
   * @throws DomainError NOT_FOUND, FORBIDDEN, LANGUAGE_NOT_LIVE, LANGUAGE_EXISTS
   */
  async start(person: Person, storyId: string, input: StartLanguageInput): Promise<Article> {
    try {
      return await this.dataSource.transaction((manager) => this.make(manager, person, storyId, input));
    } catch (error) {
      if (brokenConstraint(error) === 'uq_article_story_language')
        throw new DomainError(
          'LANGUAGE_EXISTS',
          'This story already has an article in this language. Nothing was made; open that one.',
        );
      throw error;
    }
  }

  private async make(
    manager: EntityManager,
    person: Person,
    storyId: string,
    { language, from }: StartLanguageInput,
  ): Promise<Article> {
    const story = await readableStory(manager, person, storyId);
    if (!may(person, 'article.write', { ...storyScope(story), language }))
      throw new DomainError('FORBIDDEN', 'Your roles do not let you write in this language here.');
    await refuseUnlive(manager, language);
    const source = from ? await this.source(manager, person, storyId, from) : null;
    const id = newId();
    await manager.query(
      `insert into article (id, story_id, language, source_language, source_revision_id)
       values ($1, $2, $3, $4, $5)`,
      [id, storyId, language, source?.language ?? null, source?.revisionId ?? null],
    );
    if (source) await copyAuthors(manager, source.articleId, id);
    await this.documents.create(manager, id, source?.content ?? null, person.id);
    await this.tellSiblings(manager, storyId);
    return this.articles.get(person, id, manager);
  }

  private async source(
    manager: EntityManager,
    person: Person,
    storyId: string,
    language: Language,
  ): Promise<Source> {
    const found: { id: string }[] = await manager.query(
      'select id from article where story_id = $1 and language = $2',
      [storyId, language],
    );
    const [article] = found;
    if (!article)
      throw new DomainError('INPUT_INVALID', 'The story has no article in the language to translate from.', [
        { path: 'from', message: 'Choose a language that the story has.' },
      ]);
    const snapshot = await this.documents.snapshot(manager, article.id);
    const revisionId = await this.revisionAt(manager, person, article.id, snapshot);
    return { content: snapshot.content, language, revisionId, articleId: article.id };
  }

  /** The revision that holds exactly this text, frozen now if there is none: what a later comparison needs. */
  private async revisionAt(
    manager: EntityManager,
    person: Person,
    articleId: string,
    snapshot: DocumentSnapshot,
  ): Promise<string> {
    await manager.query('select 1 from article where id = $1 for update', [articleId]);
    const rows: { id: string }[] = await manager.query(
      'select id from revision where article_id = $1 and document_seq = $2 order by number desc limit 1',
      [articleId, snapshot.seq],
    );
    if (rows[0]) return rows[0].id;
    const row = await findArticle(manager, articleId);
    if (!row) throw new Error(`Article ${articleId} vanished`);
    return (await freeze(manager, row, snapshot, 'saved', person.id)).id;
  }

  private async tellSiblings(manager: EntityManager, storyId: string): Promise<void> {
    const rows: { id: string }[] = await manager.query('select id from article where story_id = $1', [
      storyId,
    ]);
    for (const { id } of rows) await this.notices.send(manager, 'article', id);
  }
}
