import { Controller, Get, Header, Inject, Module } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../common/access.ts';
import { ApiOkResponse, ApiTags } from '../common/api-description.ts';
import { OpenApiService } from './openapi.service.ts';

@ApiTags('openapi')
@Controller('openapi.json')
class OpenApiController {
  constructor(@Inject(OpenApiService) private readonly openapi: OpenApiService) {}

  @Get()
  @Header('cache-control', 'no-cache')
  @Access('public')
  @ApiOkResponse({ description: 'This document.', schema: { type: 'object' } })
  document(): Promise<OpenAPIObject> {
    return this.openapi.get();
  }
}

@Module({ controllers: [OpenApiController], providers: [OpenApiService] })
export class OpenApiModule {}
