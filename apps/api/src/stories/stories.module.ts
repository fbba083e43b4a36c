import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.ts';
import { StoriesController } from './stories.controller.ts';
import { StoriesService } from './stories.service.ts';
import { StoryLanguagesService } from './story-languages.service.ts';

@Module({
  imports: [ArticlesModule],
  controllers: [StoriesController],
  providers: [StoriesService, StoryLanguagesService],
  exports: [StoriesService, StoryLanguagesService],
})
export class StoriesModule {}
