import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.ts';
import { MediaModule } from '../media/media.module.ts';
import { StoriesModule } from '../stories/stories.module.ts';
import { Converter } from './converter.service.ts';
import { FilePictures } from './file-pictures.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';

@Module({
  imports: [ArticlesModule, MediaModule, StoriesModule],
  controllers: [ImportsController],
  providers: [Converter, FilePictures, ImportsService],
})
export class ImportsModule {}
