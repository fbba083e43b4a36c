import { Controller, Get, Inject, Param } from '@nestjs/common';
import { checkReport, id, type CheckReport } from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { ChecksService } from './checks.service.ts';

@ApiTags('articles')
@Controller('articles/:id/checks')
export class ChecksController {
  constructor(@Inject(ChecksService) private readonly checks: ChecksService) {}

  @Get()
  @Access({ scoped: 'story.read' })
  @Answers(checkReport)
  report(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) articleId: string,
  ): Promise<CheckReport> {
    return this.checks.report(person, articleId);
  }
}
