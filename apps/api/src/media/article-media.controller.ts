import { Controller, Get, Inject, Param } from '@nestjs/common';
import { id, mediaList, type MediaList } from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { MediaService } from './media.service.ts';

@ApiTags('media')
@Controller('articles/:id/media')
export class ArticleMediaController {
  constructor(@Inject(MediaService) private readonly mediaService: MediaService) {}

  /** What the text uses and what leads the story: one question for all pictures of a page that opens. */
  @Get()
  @Access({ scoped: 'story.read' })
  @Answers(mediaList)
  async list(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<MediaList> {
    return { items: await this.mediaService.ofArticle(person, articleId) };
  }
}
