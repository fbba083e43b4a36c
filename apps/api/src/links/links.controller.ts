import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  checkedLinks,
  checkLinksInput,
  linkTargets,
  linkTargetsQuery,
  type CheckedLinks,
  type CheckLinksInput,
  type LinkTargets,
  type LinkTargetsQuery,
} from '@broadsheet/types';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { LinksService } from './links.service.ts';

@ApiTags('links')
@Controller('links')
export class LinksController {
  constructor(@Inject(LinksService) private readonly links: LinksService) {}

  @Get('targets')
  @Access('signed-in')
  @Answers(linkTargets)
  targets(@Query({ schema: linkTargetsQuery }) query: LinkTargetsQuery): Promise<LinkTargets> {
    return this.links.targets(query);
  }

  @Post('check')
  @HttpCode(200)
  @Access('signed-in')
  @Answers(checkedLinks)
  check(@Body({ schema: checkLinksInput }) { hrefs }: CheckLinksInput): Promise<CheckedLinks> {
    return this.links.check(hrefs);
  }
}
