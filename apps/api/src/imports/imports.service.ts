import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { renderText } from '@broadsheet/document/render';
import type {
  ArticleContent,
  CreateStoryInput,
  ImportedArticle,
  ImportedStory,
  ImportReport,
  LostKind,
} from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { readableArticle, scopeOf } from '../articles/article-rows.ts';
import { ArticlesService } from '../articles/articles.service.ts';
import { Documents, type DocumentSnapshot } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { may } from '../permissions/permissions.ts';
import { StoriesService } from '../stories/stories.service.ts';
import type { ConvertTask, FileTask } from './converted-file.ts';
import { Converter } from './converter.service.ts';
import { FilePictures } from './file-pictures.service.ts';

/** Files of other programs as drafts. What can't be read changes nothing; what can't be kept is named. */
@Injectable()
export class ImportsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(StoriesService) private readonly stories: StoriesService,
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Converter) private readonly converter: Converter,
    @Inject(FilePictures) private readonly pictures: FilePictures,
  ) {}

  /** A new story from a file. @throws DomainError FORBIDDEN, INPUT_INVALID, IMPORT_UNREADABLE, IMPORT_TOO_LARGE */
  async asStory(person: Person, task: FileTask, input: CreateStoryInput): Promise<ImportedStory> {
    await this.stories.refuseCreation(person, input);
    const { content, mediaIds, report } = await this.read(person, { ...task, language: input.language });
    return { story: await this.stories.create(person, input, { content, mediaIds }), report };
  }

  /**
   * A file into an article in which nobody has written yet; open editors get it like any other edit.
   * @throws DomainError NOT_FOUND, FORBIDDEN, ARTICLE_NOT_EMPTY, IMPORT_UNREADABLE, IMPORT_TOO_LARGE
   */
  async intoArticle(person: Person, articleId: string, task: FileTask): Promise<ImportedArticle> {
    const article = await readableArticle(this.dataSource, person, articleId);
    if (!may(person, 'article.write', scopeOf(article)))
      throw new DomainError('FORBIDDEN', 'You may read this article but not change it. Nothing was changed.');
    const present = await this.dataSource.transaction((manager) =>
      this.documents.snapshot(manager, articleId),
    );
    refuseWritten(present);
    const { content, report } = await this.read(person, { ...task, language: article.language }, articleId);
    await this.documents.change(articleId, person.id, content, refuseWritten);
    await this.dataSource.transaction((manager) => this.notices.send(manager, 'article', articleId));
    return { article: await this.articles.get(person, articleId), report };
  }

  private async read(
    person: Person,
    task: Required<ConvertTask>,
    articleId?: string,
  ): Promise<{ content: ArticleContent; mediaIds: string[]; report: ImportReport }> {
    const { content, pictures, lost } = await this.converter.convert(task);
    const { language } = task;
    const article = { articleId, language, headline: content.headline };
    const brought = await this.pictures.bring(person, content.body, pictures, article);
    const all = { ...lost, pictures: (lost.pictures ?? 0) + brought.lost };
    const counts = Object.entries(all) as [LostKind, number][];
    return {
      content: { ...content, body: brought.body },
      mediaIds: brought.mediaIds,
      report: { lost: counts.flatMap(([what, count]) => (count > 0 ? [{ what, count }] : [])) },
    };
  }
}

/** What is only suggested is written too. @throws DomainError ARTICLE_NOT_EMPTY */
function refuseWritten({ content: { headline, standfirst, body }, suggestions }: DocumentSnapshot): void {
  const isBare = body.content.every(({ type }) => type === 'paragraph') && renderText(body).trim() === '';
  if (headline.trim() !== '' || standfirst.length > 0 || !isBare || suggestions.length > 0)
    throw new DomainError(
      'ARTICLE_NOT_EMPTY',
      'There is text in this article already. Nothing was changed; import the file as a new story.',
    );
}
