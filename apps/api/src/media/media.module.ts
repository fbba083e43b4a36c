import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import multipart from '@fastify/multipart';
import { mediaMaxBytes } from '@broadsheet/types';
import type { FastifyInstance } from 'fastify';
import { MediaController } from './media.controller.ts';
import { FromAddressService } from './from-address.service.ts';
import { MediaService } from './media.service.ts';
import { Renditions } from './renditions.service.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  controllers: [MediaController],
  providers: [FromAddressService, MediaService, UploadsService, Renditions],
  exports: [FromAddressService, MediaService, UploadsService, Renditions],
})
export class MediaModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // not awaited: that would close the instance to Nest's own error handler, which comes later
    void fastify.register(multipart, {
      limits: { fileSize: mediaMaxBytes, files: 1, fields: 4, parts: 5, fieldSize: 1000, headerPairs: 50 },
    });
  }
}
