import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.ts';
import { PreviewController } from './preview.controller.ts';
import { PreviewLinksService } from './preview-links.service.ts';
import { PreviewService } from './preview.service.ts';
import { PublicMediaController } from './public-media.controller.ts';

@Module({
  imports: [MediaModule],
  controllers: [PreviewController, PublicMediaController],
  providers: [PreviewService, PreviewLinksService],
})
export class PreviewModule {}
