import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  colleagueList,
  colleagueQuery,
  commentInput,
  id,
  startThreadInput,
  thread,
  threadList,
  updateThreadInput,
  type ColleagueList,
  type ColleagueQuery,
  type CommentInput,
  type StartThreadInput,
  type Thread,
  type ThreadList,
  type UpdateThreadInput,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { Colleagues } from './colleagues.service.ts';
import { CommentsService } from './comments.service.ts';
import { ThreadsService } from './threads.service.ts';

@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(CommentsService) private readonly comments: CommentsService,
    @Inject(Colleagues) private readonly colleagues: Colleagues,
  ) {}

  @Get('articles/:id/threads')
  @Access({ scoped: 'story.read' })
  @Answers(threadList)
  async list(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<ThreadList> {
    return { items: await this.threads.list(person, articleId) };
  }

  @Post('articles/:id/threads')
  @Access({ scoped: 'story.comment' })
  @Answers(thread, 201)
  start(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: startThreadInput }) input: StartThreadInput,
  ): Promise<Thread> {
    return this.threads.start(person, articleId, input);
  }

  /** People who may read the story, and so may be called by name; at most eight. */
  @Get('articles/:id/colleagues')
  @Access({ scoped: 'story.comment' })
  @Answers(colleagueList)
  async find(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Query({ schema: colleagueQuery }) { search }: ColleagueQuery,
  ): Promise<ColleagueList> {
    return { items: await this.colleagues.find(person, articleId, search) };
  }

  @Patch('threads/:id')
  @Access({ scoped: 'story.comment' })
  @Answers(thread)
  update(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) threadId: string,
    @Body({ schema: updateThreadInput }) { isBlocking }: UpdateThreadInput,
  ): Promise<Thread> {
    return this.threads.setBlocking(person, threadId, isBlocking);
  }

  @Post('threads/:id/resolve')
  @HttpCode(200)
  @Access({ scoped: 'story.comment' })
  @Answers(thread)
  resolve(@CurrentPerson() person: Person, @Param('id', { schema: id }) threadId: string): Promise<Thread> {
    return this.threads.resolve(person, threadId);
  }

  @Post('threads/:id/reopen')
  @HttpCode(200)
  @Access({ scoped: 'story.comment' })
  @Answers(thread)
  reopen(@CurrentPerson() person: Person, @Param('id', { schema: id }) threadId: string): Promise<Thread> {
    return this.threads.reopen(person, threadId);
  }

  @Post('threads/:id/comments')
  @Access({ scoped: 'story.comment' })
  @Answers(thread, 201)
  reply(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) threadId: string,
    @Body({ schema: commentInput }) input: CommentInput,
  ): Promise<Thread> {
    return this.comments.reply(person, threadId, input);
  }

  @Patch('comments/:id')
  @Access({ scoped: 'story.comment' })
  @Answers(thread)
  rewrite(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) commentId: string,
    @Body({ schema: commentInput }) { text }: CommentInput,
  ): Promise<Thread> {
    return this.comments.rewrite(person, commentId, text);
  }

  @Delete('comments/:id')
  @HttpCode(204)
  @Access({ scoped: 'story.comment' })
  @Answers(null)
  async remove(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) commentId: string,
  ): Promise<void> {
    await this.comments.remove(person, commentId);
  }
}
