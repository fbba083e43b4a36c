import { Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, previewLink, publicPreview, type PreviewLink, type PublicPreview } from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { PreviewService } from './preview.service.ts';

@ApiTags('preview')
@Controller()
export class PreviewController {
  constructor(@Inject(PreviewService) private readonly preview: PreviewService) {}

  @Post('articles/:id/preview-links')
  @Access({ scoped: 'article.write' })
  @Answers(previewLink, 201)
  make(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<PreviewLink> {
    return this.preview.make(person, articleId);
  }

  /** Takes back every link of the article at once. */
  @Delete('articles/:id/preview-links')
  @HttpCode(204)
  @Access({ scoped: 'article.write' })
  @Answers(null)
  revoke(@CurrentPerson() person: Person, @Param('id', { schema: id }) articleId: string): Promise<void> {
    return this.preview.revoke(person, articleId);
  }

  @Get('public/preview/:token')
  @Access('reader')
  @Answers(publicPreview)
  async show(@Param('token') token: string): Promise<PublicPreview> {
    return { article: await this.preview.show(token), state: 'draft' };
  }
}
