import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import multipart from '@fastify/multipart';
import { mediaMaxBytes } from '@broadsheet/types';
import type { FastifyInstance } from 'fastify';
import { JobsModule } from '../jobs/jobs.module.ts';
import { ArticleMediaController } from './article-media.controller.ts';
import { Inspections } from './inspections.service.ts';
import { MEDIA_STORE } from './media-store.ts';
import { mediaStoreProvider } from './media-store.provider.ts';
import { MediaController } from './media.controller.ts';
import { FromAddressService } from './from-address.service.ts';
import { MediaService } from './media.service.ts';
import { RenditionJobs } from './rendition-jobs.service.ts';
import { Renditions } from './renditions.service.ts';
import { ResumableUploadsController } from './resumable-uploads.controller.ts';
import { ResumableUploads } from './resumable-uploads.service.ts';
import { UnusedFiles } from './unused-files.service.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [JobsModule],
  controllers: [ArticleMediaController, MediaController, ResumableUploadsController],
  providers: [
    mediaStoreProvider,
    FromAddressService,
    Inspections,
    MediaService,
    UploadsService,
    ResumableUploads,
    Renditions,
    RenditionJobs,
    UnusedFiles,
  ],
  exports: [
    MEDIA_STORE,
    FromAddressService,
    Inspections,
    MediaService,
    UploadsService,
    ResumableUploads,
    Renditions,
    UnusedFiles,
  ],
})
export class MediaModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // the bytes of an upload in parts go to its file and nowhere else
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
    // not awaited: that would close the instance to Nest's own error handler, which comes later
    void fastify.register(multipart, {
      limits: { fileSize: mediaMaxBytes, files: 1, fields: 4, parts: 5, fieldSize: 1000, headerPairs: 50 },
    });
  }
}
