import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import {
  article,
  id,
  publishInput,
  scheduleInput,
  sendBackInput,
  stepInput,
  updateArticleInput,
  type Article,
  type PublishInput,
  type ScheduleInput,
  type SendBackInput,
  type StepInput,
  type UpdateArticleInput,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { ArticlesService } from './articles.service.ts';
import { WorkflowService } from './workflow.service.ts';

@ApiTags('articles')
@Controller('articles/:id')
export class ArticlesController {
  constructor(
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(WorkflowService) private readonly workflow: WorkflowService,
  ) {}

  @Get()
  @Access({ scoped: 'story.read' })
  @Answers(article)
  get(@CurrentPerson() person: Person, @Param('id', { schema: id }) articleId: string): Promise<Article> {
    return this.articles.get(person, articleId);
  }

  @Patch()
  @Access({ scoped: 'article.write' })
  @Answers(article)
  update(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: updateArticleInput }) input: UpdateArticleInput,
  ): Promise<Article> {
    return this.articles.update(person, articleId, input);
  }

  @Post('submit')
  @HttpCode(200)
  @Access({ scoped: 'article.submit' })
  @Answers(article)
  submit(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: stepInput }) input: StepInput,
  ): Promise<Article> {
    return this.workflow.submit(person, articleId, input);
  }

  @Post('send-back')
  @HttpCode(200)
  @Access({ scoped: 'article.send_back' })
  @Answers(article)
  sendBack(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: sendBackInput }) input: SendBackInput,
  ): Promise<Article> {
    return this.workflow.sendBack(person, articleId, input);
  }

  @Post('approve')
  @HttpCode(200)
  @Access({ scoped: 'article.approve' })
  @Answers(article)
  approve(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: publishInput }) input: PublishInput,
  ): Promise<Article> {
    return this.workflow.approve(person, articleId, input);
  }

  @Post('publish')
  @HttpCode(200)
  @Access({ scoped: 'article.publish' })
  @Answers(article)
  publish(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: publishInput }) input: PublishInput,
  ): Promise<Article> {
    return this.workflow.publish(person, articleId, input);
  }

  @Post('schedule')
  @HttpCode(200)
  @Access({ scoped: 'article.publish' })
  @Answers(article)
  schedule(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: scheduleInput }) input: ScheduleInput,
  ): Promise<Article> {
    return this.workflow.schedule(person, articleId, input);
  }

  @Post('unschedule')
  @HttpCode(200)
  @Access({ scoped: 'article.publish' })
  @Answers(article)
  unschedule(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: stepInput }) input: StepInput,
  ): Promise<Article> {
    return this.workflow.unschedule(person, articleId, input);
  }

  @Post('unpublish')
  @HttpCode(200)
  @Access({ scoped: 'article.unpublish' })
  @Answers(article)
  unpublish(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: stepInput }) input: StepInput,
  ): Promise<Article> {
    return this.workflow.unpublish(person, articleId, input);
  }
}
