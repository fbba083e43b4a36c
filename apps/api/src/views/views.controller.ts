import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { viewBatch, type ViewBatch } from '@broadsheet/types';
import { Access } from '../common/access.ts';
import { ApiTags } from '../common/api-description.ts';
import { ViewsService } from './views.service.ts';

/** How often stories are read, as the reader's processes have counted. */
@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(@Inject(ViewsService) private readonly views: ViewsService) {}

  @Post()
  @Access('reader')
  @HttpCode(204)
  async add(@Body({ schema: viewBatch }) { views }: ViewBatch): Promise<void> {
    await this.views.add(views);
  }
}
