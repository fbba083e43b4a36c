import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { exportFormats, id, type ExportFormat } from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { ApiProduces, ApiTags } from '../common/api-description.ts';
import { ExportsService } from './exports.service.ts';

@ApiTags('exports')
@Controller('articles')
export class ExportsController {
  constructor(@Inject(ExportsService) private readonly exports: ExportsService) {}

  /** The article as it is stored, as a file: `docx`, `md`, `html`; `print` is a page to be printed. */
  @Get(':id/export/:format')
  @Access({ scoped: 'story.read' })
  @ApiProduces(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/markdown',
    'text/html',
  )
  async export(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
    @Param('format') format: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isFormat(format)) throw notFound('format');
    const { name, type, policy, content } = await this.exports.make(person, articleId, format);
    const kept = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    await reply
      .headers({ 'content-type': type, 'content-disposition': policy === null ? kept : 'inline' })
      .headers(policy === null ? {} : { 'content-security-policy': policy })
      .send(content);
  }
}

const isFormat = (format: string): format is ExportFormat =>
  (exportFormats as readonly string[]).includes(format);
