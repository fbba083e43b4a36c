import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.ts';
import { PublishingService } from './publishing.service.ts';
import { ScheduleSweep } from './schedule-sweep.service.ts';

@Module({
  imports: [SearchModule],
  providers: [PublishingService, ScheduleSweep],
  exports: [PublishingService],
})
export class PublishingModule {}
