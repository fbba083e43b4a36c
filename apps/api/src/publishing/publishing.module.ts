import { Module } from '@nestjs/common';
import { PublishingService } from './publishing.service.ts';
import { ScheduleSweep } from './schedule-sweep.service.ts';

@Module({ providers: [PublishingService, ScheduleSweep], exports: [PublishingService] })
export class PublishingModule {}
