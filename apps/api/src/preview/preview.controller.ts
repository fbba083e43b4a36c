import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  id,
  newPreviewLink,
  preview,
  previewInput,
  previewLinkInput,
  previewLinkList,
  publicPreview,
  type NewPreviewLink,
  type Preview,
  type PreviewInput,
  type PreviewLinkInput,
  type PreviewLinkList,
  type PublicPreview,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { PreviewLinksService } from './preview-links.service.ts';
import { PreviewService } from './preview.service.ts';

@ApiTags('preview')
@Controller()
export class PreviewController {
  constructor(
    @Inject(PreviewService) private readonly preview: PreviewService,
    @Inject(PreviewLinksService) private readonly links: PreviewLinksService,
  ) {}

  /** The person's own look at the draft as its readers would get it, or at a version as they had it. */
  @Post('articles/:id/preview')
  @Access({ scoped: 'story.read' })
  @Answers(preview, 201)
  look(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: previewInput }) input: PreviewInput,
  ): Promise<Preview> {
    return this.links.own(person, articleId, input);
  }

  @Get('articles/:id/preview-links')
  @Access({ scoped: 'article.write' })
  @Answers(previewLinkList)
  async list(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<PreviewLinkList> {
    return { items: await this.links.list(person, articleId) };
  }

  @Post('articles/:id/preview-links')
  @Access({ scoped: 'article.write' })
  @Answers(newPreviewLink, 201)
  make(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Body({ schema: previewLinkInput }) input: PreviewLinkInput,
  ): Promise<NewPreviewLink> {
    return this.links.make(person, articleId, input);
  }

  @Delete('articles/:id/preview-links/:linkId')
  @HttpCode(204)
  @Access({ scoped: 'article.write' })
  @Answers(null)
  revoke(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Param('linkId', { schema: id }) linkId: string,
  ): Promise<void> {
    return this.links.revoke(person, articleId, linkId);
  }

  @Get('public/preview/:token')
  @Access('reader')
  @Answers(publicPreview)
  async show(@Param('token') token: string): Promise<PublicPreview> {
    return this.preview.show(token);
  }
}
