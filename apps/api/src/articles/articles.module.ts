import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.ts';
import { ArticlesController } from './articles.controller.ts';
import { ArticlesService } from './articles.service.ts';
import { WorkflowService } from './workflow.service.ts';

@Module({
  imports: [PublishingModule],
  controllers: [ArticlesController],
  providers: [ArticlesService, WorkflowService],
  exports: [ArticlesService, WorkflowService],
})
export class ArticlesModule {}
