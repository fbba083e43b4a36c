import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import {
  id,
  orderInput,
  section,
  sectionInput,
  sectionUpdate,
  retireInput,
  type OrderInput,
  type Section,
  type SectionInput,
  type SectionUpdate,
  type RetireInput,
} from '@broadsheet/types';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { SectionsService } from './sections.service.ts';

const sectionList = z.object({ items: z.array(section) }).meta({ id: 'SectionList' });
type SectionList = z.infer<typeof sectionList>;

@ApiTags('sections')
@Controller('sections')
export class SectionsController {
  constructor(@Inject(SectionsService) private readonly sections: SectionsService) {}

  @Get()
  @Access('signed-in')
  @Answers(sectionList)
  async list(): Promise<SectionList> {
    return { items: await this.sections.list() };
  }

  @Post()
  @Access({ newsroom: 'section.manage' })
  @Answers(section, 201)
  create(@Body({ schema: sectionInput }) input: SectionInput): Promise<Section> {
    return this.sections.create(input);
  }

  @Put('order')
  @Access({ newsroom: 'section.manage' })
  @Answers(sectionList)
  async order(@Body({ schema: orderInput }) { ids }: OrderInput): Promise<SectionList> {
    return { items: await this.sections.order(ids) };
  }

  @Patch(':id')
  @Access({ newsroom: 'section.manage' })
  @Answers(section)
  update(
    @Param('id', { schema: id }) sectionId: string,
    @Body({ schema: sectionUpdate }) input: SectionUpdate,
  ): Promise<Section> {
    return this.sections.update(sectionId, input);
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Access({ newsroom: 'section.manage' })
  @Answers(section)
  retire(
    @Param('id', { schema: id }) sectionId: string,
    @Body({ schema: retireInput }) { redirectTo }: RetireInput,
  ): Promise<Section> {
    return this.sections.retire(sectionId, redirectTo);
  }
}
