import { Module } from '@nestjs/common';
import { RedirectsController } from './redirects.controller.ts';
import { RedirectsService } from './redirects.service.ts';

@Module({
  controllers: [RedirectsController],
  providers: [RedirectsService],
  exports: [RedirectsService],
})
export class RedirectsModule {}
