import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  article,
  createStoryInput,
  id,
  startLanguageInput,
  story,
  storyListQuery,
  storyPage,
  updateStoryInput,
  type Article,
  type CreateStoryInput,
  type StartLanguageInput,
  type Story,
  type StoryListQuery,
  type StoryPage,
  type UpdateStoryInput,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { StoriesService } from './stories.service.ts';
import { StoryLanguagesService } from './story-languages.service.ts';

@ApiTags('stories')
@Controller('stories')
export class StoriesController {
  constructor(
    @Inject(StoriesService) private readonly stories: StoriesService,
    @Inject(StoryLanguagesService) private readonly storyLanguages: StoryLanguagesService,
  ) {}

  @Get()
  @Access('signed-in')
  @Answers(storyPage)
  list(
    @CurrentPerson() person: Person,
    @Query({ schema: storyListQuery }) query: StoryListQuery,
  ): Promise<StoryPage> {
    return this.stories.list(person, query);
  }

  @Post()
  @Access({ scoped: 'story.create' })
  @Answers(story, 201)
  create(
    @CurrentPerson() person: Person,
    @Body({ schema: createStoryInput }) input: CreateStoryInput,
  ): Promise<Story> {
    return this.stories.create(person, input);
  }

  @Get(':id')
  @Access({ scoped: 'story.read' })
  @Answers(story)
  get(@CurrentPerson() person: Person, @Param('id', { schema: id }) storyId: string): Promise<Story> {
    return this.stories.get(person, storyId);
  }

  @Patch(':id')
  @Access({ scoped: 'story.edit' })
  @Answers(story)
  update(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) storyId: string,
    @Body({ schema: updateStoryInput }) input: UpdateStoryInput,
  ): Promise<Story> {
    return this.stories.update(person, storyId, input);
  }

  @Post(':id/articles')
  @Access({ scoped: 'article.write' })
  @Answers(article, 201)
  startLanguage(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) storyId: string,
    @Body({ schema: startLanguageInput }) input: StartLanguageInput,
  ): Promise<Article> {
    return this.storyLanguages.start(person, storyId, input);
  }
}
