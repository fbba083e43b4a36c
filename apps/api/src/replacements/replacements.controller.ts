import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { id, media, mediaReplacement, type Media, type MediaReplacement } from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { ReplacementsService } from './replacements.service.ts';

@ApiTags('media')
@Controller('media')
export class ReplacementsController {
  constructor(@Inject(ReplacementsService) private readonly replacements: ReplacementsService) {}

  /** A new file for the same picture or recording, wherever it is used. It has come by `/api/uploads` before. */
  @Post(':id/replace')
  @HttpCode(200)
  @Access({ newsroom: 'media.upload' })
  @Answers(media)
  replace(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) mediaId: string,
    @Body({ schema: mediaReplacement }) input: MediaReplacement,
  ): Promise<Media> {
    return this.replacements.replace(person, mediaId, input);
  }
}
