import { Controller, Get, Inject, Query } from '@nestjs/common';
import { publicRedirect, type PublicRedirect } from '@broadsheet/types';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { RedirectsService } from './redirects.service.ts';

const redirectQuery = z.strictObject({ path: z.string().startsWith('/').max(300) });

@ApiTags('public')
@Controller('public/redirects')
export class RedirectsController {
  constructor(@Inject(RedirectsService) private readonly redirects: RedirectsService) {}

  @Get()
  @Access('public')
  @Answers(publicRedirect)
  async find(
    @Query({ schema: redirectQuery }) { path }: z.infer<typeof redirectQuery>,
  ): Promise<PublicRedirect> {
    return { to: await this.redirects.find(path) };
  }
}
