import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.ts';
import { AutomaticRevisions } from './automatic-revisions.service.ts';
import { LateWords } from './late-words.service.ts';
import { RestoreTeller } from './restore-teller.service.ts';
import { RevisionsController } from './revisions.controller.ts';
import { RevisionsService } from './revisions.service.ts';

@Module({
  imports: [ArticlesModule],
  controllers: [RevisionsController],
  providers: [AutomaticRevisions, LateWords, RestoreTeller, RevisionsService],
  exports: [RevisionsService],
})
export class RevisionsModule {}
