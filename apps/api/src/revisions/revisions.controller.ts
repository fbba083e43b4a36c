import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import {
  article,
  draft,
  id,
  nameRevisionInput,
  restoreInput,
  revision,
  revisionList,
  revisionSummary,
  saveRevisionInput,
  type Article,
  type Draft,
  type NameRevisionInput,
  type RestoreInput,
  type Revision,
  type RevisionList,
  type RevisionSummary,
  type SaveRevisionInput,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { RevisionsService } from './revisions.service.ts';

@ApiTags('revisions')
@Controller()
export class RevisionsController {
  constructor(@Inject(RevisionsService) private readonly revisions: RevisionsService) {}

  @Get('articles/:id/revisions')
  @Access({ scoped: 'story.read' })
  @Answers(revisionList)
  async list(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<RevisionList> {
    return { items: await this.revisions.list(person, articleId) };
  }

  @Post('articles/:id/revisions')
  @Access({ scoped: 'article.write' })
  @Answers(revisionSummary, 201)
  save(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: saveRevisionInput }) input: SaveRevisionInput,
  ): Promise<RevisionSummary> {
    return this.revisions.save(person, articleId, input.name ?? null);
  }

  @Get('articles/:id/draft')
  @Access({ scoped: 'story.read' })
  @Answers(draft)
  draft(@CurrentPerson() person: Person, @Param('id', { schema: id }) articleId: string): Promise<Draft> {
    return this.revisions.draft(person, articleId);
  }

  @Post('articles/:id/restore')
  @HttpCode(200)
  @Access({ scoped: 'article.write' })
  @Answers(article)
  restore(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: restoreInput }) input: RestoreInput,
  ): Promise<Article> {
    return this.revisions.restore(person, articleId, input.revisionId);
  }

  @Patch('revisions/:id')
  @Access({ scoped: 'article.write' })
  @Answers(revisionSummary)
  name(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) revisionId: string,
    @Body({ schema: nameRevisionInput }) input: NameRevisionInput,
  ): Promise<RevisionSummary> {
    return this.revisions.name(person, revisionId, input.name);
  }

  @Get('revisions/:id')
  @Access({ scoped: 'story.read' })
  @Answers(revision)
  get(@CurrentPerson() person: Person, @Param('id', { schema: id }) revisionId: string): Promise<Revision> {
    return this.revisions.get(person, revisionId);
  }
}
