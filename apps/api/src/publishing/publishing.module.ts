import { Module } from '@nestjs/common';
import { ChecksModule } from '../checks/checks.module.ts';
import { JobsModule } from '../jobs/jobs.module.ts';
import { SearchModule } from '../search/search.module.ts';
import { PublishingService } from './publishing.service.ts';
import { ScheduleSweep } from './schedule-sweep.service.ts';

@Module({
  imports: [ChecksModule, JobsModule, SearchModule],
  providers: [PublishingService, ScheduleSweep],
  exports: [PublishingService],
})
export class PublishingModule {}
