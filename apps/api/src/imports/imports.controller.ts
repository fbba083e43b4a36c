import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  id,
  importedArticle,
  importedStory,
  type ImportedArticle,
  type ImportedStory,
} from '@broadsheet/types';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { DomainError } from '../common/domain-error.ts';
import { ApiConsumes, ApiTags } from '../common/api-description.ts';
import { ImportsService } from './imports.service.ts';
import { receiveFile } from './receive-file.ts';

@ApiTags('imports')
@Controller()
export class ImportsController {
  constructor(@Inject(ImportsService) private readonly imports: ImportsService) {}

  /** Multipart: `story` with the input of a new story as JSON, then the file (.docx, .md, .html) in `file`. */
  @Post('stories/import')
  @HttpCode(201)
  @Access({ scoped: 'story.create' })
  @ApiConsumes('multipart/form-data')
  @Answers(importedStory, 201)
  async asStory(@CurrentPerson() person: Person, @Req() request: FastifyRequest): Promise<ImportedStory> {
    const { story, ...task } = await receiveFile(request);
    if (!story)
      throw new DomainError('INPUT_INVALID', 'Say in which language the story begins. Nothing was changed.', [
        { path: 'story', message: 'Send the input of a new story as JSON, before the file.' },
      ]);
    return this.imports.asStory(person, task, story);
  }

  /** Multipart with the file in `file`; only into an article in which nobody has written yet. */
  @Post('articles/:id/import')
  @HttpCode(200)
  @Access({ scoped: 'article.write' })
  @ApiConsumes('multipart/form-data')
  @Answers(importedArticle)
  async intoArticle(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportedArticle> {
    return this.imports.intoArticle(person, articleId, await receiveFile(request));
  }
}
