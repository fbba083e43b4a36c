import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.ts';
import { RevisionsController } from './revisions.controller.ts';
import { RevisionsService } from './revisions.service.ts';

@Module({
  imports: [ArticlesModule],
  controllers: [RevisionsController],
  providers: [RevisionsService],
  exports: [RevisionsService],
})
export class RevisionsModule {}
