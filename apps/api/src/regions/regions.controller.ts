import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Put } from '@nestjs/common';
import {
  id,
  orderInput,
  region,
  regionInput,
  regionUpdate,
  retireInput,
  type OrderInput,
  type Region,
  type RegionInput,
  type RegionUpdate,
  type RetireInput,
} from '@broadsheet/types';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { RegionsService } from './regions.service.ts';

const regionList = z.object({ items: z.array(region) }).meta({ id: 'RegionList' });
type RegionList = z.infer<typeof regionList>;

@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(@Inject(RegionsService) private readonly regions: RegionsService) {}

  @Get()
  @Access('signed-in')
  @Answers(regionList)
  async list(): Promise<RegionList> {
    return { items: await this.regions.list() };
  }

  @Post()
  @Access({ newsroom: 'region.manage' })
  @Answers(region, 201)
  create(@Body({ schema: regionInput }) input: RegionInput): Promise<Region> {
    return this.regions.create(input);
  }

  @Put('order')
  @Access({ newsroom: 'region.manage' })
  @Answers(regionList)
  async order(@Body({ schema: orderInput }) { ids }: OrderInput): Promise<RegionList> {
    return { items: await this.regions.order(ids) };
  }

  @Patch(':id')
  @Access({ newsroom: 'region.manage' })
  @Answers(region)
  update(
    @Param('id', { schema: id }) regionId: string,
    @Body({ schema: regionUpdate }) input: RegionUpdate,
  ): Promise<Region> {
    return this.regions.update(regionId, input);
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Access({ newsroom: 'region.manage' })
  @Answers(region)
  retire(
    @Param('id', { schema: id }) regionId: string,
    @Body({ schema: retireInput }) { redirectTo }: RetireInput,
  ): Promise<Region> {
    return this.regions.retire(regionId, redirectTo);
  }
}
