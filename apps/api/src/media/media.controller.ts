import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import {
  id,
  media,
  mediaFromAddress,
  mediaCounts,
  mediaListQuery,
  staffRenditionQuery,
  mediaPage,
  mediaUpdate,
  mediaUses,
  type Media,
  type MediaFromAddress,
  type MediaCounts,
  type MediaListQuery,
  type StaffRenditionQuery,
  type MediaPage,
  type MediaUpdate,
  type MediaUses,
} from '@broadsheet/types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { ApiConsumes, ApiProduces, ApiTags } from '../common/api-description.ts';
import { FromAddressService } from './from-address.service.ts';
import type { ReceivedFile } from './incoming-files.ts';
import { tooLarge } from './inspections.service.ts';
import { MEDIA_STORE, type MediaStore } from './media-store.ts';
import { MediaService } from './media.service.ts';
import { isCrop, Renditions } from './renditions.service.ts';
import { sendFile } from './send-file.ts';
import { sendRendition } from './send-rendition.ts';
import { UploadsService } from './uploads.service.ts';

interface Parts {
  file: ReceivedFile | null;
  filename: string;
  articleId: string | undefined;
}

@ApiTags('media')
@Controller('media')
export class MediaController {
  constructor(
    @Inject(MediaService) private readonly mediaService: MediaService,
    @Inject(FromAddressService) private readonly fromAddress: FromAddressService,
    @Inject(UploadsService) private readonly uploads: UploadsService,
    @Inject(Renditions) private readonly renditions: Renditions,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  @Get()
  @Access({ newsroom: 'media.upload' })
  @Answers(mediaPage)
  list(
    @CurrentPerson() person: Person,
    @Query({ schema: mediaListQuery }) query: MediaListQuery,
  ): Promise<MediaPage> {
    return this.mediaService.list(person, query);
  }

  @Get('counts')
  @Access({ newsroom: 'media.upload' })
  @Answers(mediaCounts)
  counts(@CurrentPerson() person: Person): Promise<MediaCounts> {
    return this.mediaService.counts(person);
  }

  /** Multipart with the file in `file` and, if it is for an article, its id in `articleId`. */
  @Post()
  @HttpCode(201)
  @Access({ newsroom: 'media.upload' })
  @ApiConsumes('multipart/form-data')
  @Answers(media, 201)
  async upload(@CurrentPerson() person: Person, @Req() request: FastifyRequest): Promise<Media> {
    const { file, filename, articleId } = await this.read(request);
    if (!file)
      throw new DomainError('BAD_REQUEST', 'Send the picture as multipart/form-data, in the field "file".');
    return this.uploads.add(person, file, { filename, ...(articleId ? { articleId } : {}) });
  }

  /** Fetches a picture that stands on another site. */
  @Post('from-address')
  @Access({ newsroom: 'media.upload' })
  @Answers(media, 201)
  fetchPicture(
    @CurrentPerson() person: Person,
    @Body({ schema: mediaFromAddress }) input: MediaFromAddress,
  ): Promise<Media> {
    return this.fromAddress.add(person, input);
  }

  @Get(':id')
  @Access('signed-in')
  @Answers(media)
  get(@CurrentPerson() person: Person, @Param('id', { schema: id }) mediaId: string): Promise<Media> {
    return this.mediaService.get(person, mediaId);
  }

  @Patch(':id')
  @Access({ newsroom: 'media.upload' })
  @Answers(media)
  update(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) mediaId: string,
    @Body({ schema: mediaUpdate }) input: MediaUpdate,
  ): Promise<Media> {
    return this.mediaService.update(person, mediaId, input);
  }

  @Get(':id/uses')
  @Access('signed-in')
  @Answers(mediaUses)
  uses(@CurrentPerson() person: Person, @Param('id', { schema: id }) mediaId: string): Promise<MediaUses> {
    return this.mediaService.uses(person, mediaId);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access({ newsroom: 'media.upload' })
  @Answers(null)
  remove(@CurrentPerson() person: Person, @Param('id', { schema: id }) mediaId: string): Promise<void> {
    return this.mediaService.remove(person, mediaId);
  }

  /** The file as it came, for people of the newsroom; recordings can be played in place. */
  @Get(':id/original')
  @Access('signed-in')
  @ApiProduces('application/octet-stream')
  async original(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) mediaId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.mediaService.original(person, mediaId);
    await sendFile(this.store, reply, { ...file, cacheControl: 'private, no-cache' });
  }

  /** A rendition for people of the newsroom, cut as the picture is set now. */
  @Get(':id/:crop/:file')
  @Access('signed-in')
  @ApiProduces('image/webp', 'image/jpeg')
  async rendition(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) mediaId: string,
    @Param('crop') crop: string,
    @Param('file') file: string,
    @Query({ schema: staffRenditionQuery }) _query: StaffRenditionQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isCrop(crop)) throw notFound('picture');
    const find = () => this.mediaService.crop(person, mediaId, crop);
    await sendRendition(this.renditions, reply, find, file, 'private, no-cache');
  }

  private async read(request: FastifyRequest): Promise<Parts> {
    const parts: Parts = { file: null, filename: '', articleId: undefined };
    if (!request.isMultipart()) return parts;
    try {
      for await (const part of request.parts()) await this.take(part, parts);
    } catch (error) {
      if (parts.file) await this.uploads.discard(parts.file);
      throw toUploadError(error);
    }
    return parts;
  }

  private async take(part: Multipart, parts: Parts): Promise<void> {
    if (part.type === 'file') {
      if (part.fieldname !== 'file' || parts.file) throw new DomainError('BAD_REQUEST', 'Send one picture.');
      parts.filename = part.filename;
      parts.file = await this.uploads.receive(part.file);
    } else if (part.fieldname === 'articleId') {
      const parsed = id.safeParse(part.value);
      if (!parsed.success)
        throw new DomainError('INPUT_INVALID', 'The picture is for no article that could exist.', [
          { path: 'articleId', message: 'Send the id of an article.' },
        ]);
      parts.articleId = parsed.data;
    }
  }
}

/** The multipart reader's own errors, in our words. */
function toUploadError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge('picture');
  if (typeof code === 'string' && (code.startsWith('FST_') || code === 'ERR_STREAM_PREMATURE_CLOSE'))
    return new DomainError(
      'BAD_REQUEST',
      'The picture did not arrive whole. Nothing was kept; send it again.',
    );
  return error;
}
