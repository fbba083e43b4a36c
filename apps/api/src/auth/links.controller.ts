import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { linkInfo, me, useLinkInput, type LinkInfo, type Me, type UseLinkInput } from '@broadsheet/types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ENV, type Env } from '../env.ts';
import { ApiTags } from '../common/api-description.ts';
import { AuthService, toMe } from './auth.service.ts';
import { clientOf } from './client-of.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { setSessionCookie } from './session-cookie.ts';

const linkToken = z.string().min(1).max(100);

@ApiTags('auth')
@Controller('auth/links')
export class LinksController {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get(':token')
  @Access('public')
  @Answers(linkInfo)
  info(@Param('token', { schema: linkToken }) token: string): Promise<LinkInfo> {
    return this.links.info(token);
  }

  /** Sets the password and signs in. */
  @Post(':token')
  @HttpCode(200)
  @Access('public')
  @Answers(me)
  async use(
    @Param('token', { schema: linkToken }) token: string,
    @Body({ schema: useLinkInput }) input: UseLinkInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const session = await this.links.use(token, input, clientOf(request).userAgent);
    setSessionCookie(reply, this.env, session);
    return toMe((await this.auth.signedIn(session)).person);
  }
}
