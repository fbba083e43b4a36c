import { Module } from '@nestjs/common';
import { RedirectsModule } from '../redirects/redirects.module.ts';
import { SectionsController } from './sections.controller.ts';
import { SectionsService } from './sections.service.ts';

@Module({
  imports: [RedirectsModule],
  controllers: [SectionsController],
  providers: [SectionsService],
  exports: [SectionsService],
})
export class SectionsModule {}
