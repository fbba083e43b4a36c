import { Module } from '@nestjs/common';
import { RedirectsModule } from '../redirects/redirects.module.ts';
import { TopicsController, PublicTopicsController } from './topics.controller.ts';
import { TopicsService } from './topics.service.ts';

@Module({
  imports: [RedirectsModule],
  controllers: [TopicsController, PublicTopicsController],
  providers: [TopicsService],
  exports: [TopicsService],
})
export class TopicsModule {}
