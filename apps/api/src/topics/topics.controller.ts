import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  topic,
  topicInput,
  topicUpdate,
  id,
  publicTerm,
  publicTermPage,
  publicTermQuery,
  slug,
  type Topic,
  type TopicInput,
  type TopicUpdate,
  type PublicTerm,
  type PublicTermPage,
  type PublicTermQuery,
} from '@broadsheet/types';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { TopicsService } from './topics.service.ts';

const topicList = z.object({ items: z.array(topic) }).meta({ id: 'TopicList' });

@ApiTags('topics')
@Controller('topics')
export class TopicsController {
  constructor(@Inject(TopicsService) private readonly topics: TopicsService) {}

  @Get()
  @Access('signed-in')
  @Answers(topicList)
  async list(): Promise<z.infer<typeof topicList>> {
    return { items: await this.topics.list() };
  }

  @Post()
  @Access({ newsroom: 'topic.manage' })
  @Answers(topic, 201)
  create(@Body({ schema: topicInput }) input: TopicInput): Promise<Topic> {
    return this.topics.create(input);
  }

  @Patch(':id')
  @Access({ newsroom: 'topic.manage' })
  @Answers(topic)
  update(
    @Param('id', { schema: id }) topicId: string,
    @Body({ schema: topicUpdate }) input: TopicUpdate,
  ): Promise<Topic> {
    return this.topics.update(topicId, input);
  }
}

@ApiTags('public')
@Controller('public/terms/topic')
export class PublicTopicsController {
  constructor(@Inject(TopicsService) private readonly topics: TopicsService) {}

  @Get()
  @Access('public')
  @Answers(publicTermPage)
  list(@Query({ schema: publicTermQuery }) { after }: PublicTermQuery): Promise<PublicTermPage> {
    return this.topics.publicTerms(after);
  }

  @Get(':slug')
  @Access('public')
  @Answers(publicTerm)
  find(@Param('slug', { schema: slug }) termSlug: string): Promise<PublicTerm> {
    return this.topics.publicTerm(termSlug);
  }
}
