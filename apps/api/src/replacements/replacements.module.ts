import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.ts';
import { MediaModule } from '../media/media.module.ts';
import { PublishingModule } from '../publishing/publishing.module.ts';
import { ReplacementsController } from './replacements.controller.ts';
import { ReplacementsService } from './replacements.service.ts';

@Module({
  imports: [JobsModule, MediaModule, PublishingModule],
  controllers: [ReplacementsController],
  providers: [ReplacementsService],
})
export class ReplacementsModule {}
