import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsService } from './exports.service.ts';

@Module({ imports: [MediaModule], controllers: [ExportsController], providers: [ExportsService] })
export class ExportsModule {}
