import {
  Body,
  Controller,
  Delete,
  Head,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { id, uploadFinish, uploadOutcome, type UploadFinish, type UploadOutcome } from '@broadsheet/types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiConsumes, ApiTags } from '../common/api-description.ts';
import { ResumableUploads } from './resumable-uploads.service.ts';

/** Files in parts, by tus 1.0 (creation, termination, expiration); then `finish` makes one of the library. */
@ApiTags('media')
@Controller('uploads')
export class ResumableUploadsController {
  constructor(@Inject(ResumableUploads) private readonly uploads: ResumableUploads) {}

  /** Begins an upload: `Upload-Length`, and `filename` in `Upload-Metadata`. */
  @Post()
  @Access({ newsroom: 'media.upload' })
  begin(
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.speak(person, null, request, reply);
  }

  /** How much of it has come. */
  @Head(':id')
  @Access({ newsroom: 'media.upload' })
  look(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) uploadId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.speak(person, uploadId, request, reply);
  }

  /** The next part of it. */
  @Patch(':id')
  @Access({ newsroom: 'media.upload' })
  @ApiConsumes('application/offset+octet-stream')
  goOn(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) uploadId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.speak(person, uploadId, request, reply);
  }

  @Delete(':id')
  @Access({ newsroom: 'media.upload' })
  stop(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) uploadId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.uploads.speak(person, uploadId, request, reply);
  }

  @Post(':id/finish')
  @HttpCode(200)
  @Access({ newsroom: 'media.upload' })
  @Answers(uploadOutcome)
  finish(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) uploadId: string,
    @Body({ schema: uploadFinish }) input: UploadFinish,
  ): Promise<UploadOutcome> {
    return this.uploads.finish(person, uploadId, input);
  }
}
