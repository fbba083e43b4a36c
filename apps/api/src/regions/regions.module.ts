import { Module } from '@nestjs/common';
import { RedirectsModule } from '../redirects/redirects.module.ts';
import { RegionsController } from './regions.controller.ts';
import { RegionsService } from './regions.service.ts';

@Module({
  imports: [RedirectsModule],
  controllers: [RegionsController],
  providers: [RegionsService],
  exports: [RegionsService],
})
export class RegionsModule {}
