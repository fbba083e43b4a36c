import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../common/access.ts';
import { MEDIA_STORE, type MediaStore } from '../media/media-store.ts';
import { MediaService } from '../media/media.service.ts';
import { Renditions } from '../media/renditions.service.ts';
import { sendRecording } from '../media/send-recording.ts';
import { sendRendition } from '../media/send-rendition.ts';
import { ApiProduces, ApiTags } from '../common/api-description.ts';
import { PreviewService } from './preview.service.ts';

/** Pictures and recordings for readers: those of published articles, and those of a preview as long as its link holds. */
@ApiTags('public')
@Controller('public/media')
export class PublicMediaController {
  constructor(
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(PreviewService) private readonly preview: PreviewService,
    @Inject(Renditions) private readonly renditions: Renditions,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  @Get(':key/:file')
  @Access('public')
  @ApiProduces('image/webp', 'image/jpeg', 'video/mp4', 'audio/mpeg')
  async rendition(
    @Param('key') key: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isPreview = this.preview.isPreviewKey(key);
    const find = () => (isPreview ? this.preview.picture(key) : this.media.published(key));
    const cacheControl = isPreview ? 'no-store' : 'public, max-age=86400';
    if (/^file\.mp[34]$/.test(file)) return sendRecording(this.store, reply, find, file, cacheControl);
    await sendRendition(this.renditions, reply, find, file, cacheControl);
  }
}
