import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import {
  changePasswordInput,
  me,
  signInInput,
  updateMeInput,
  type ChangePasswordInput,
  type Me,
  type SignInInput,
  type UpdateMeInput,
} from '@broadsheet/types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ENV, type Env } from '../env.ts';
import { ApiTags } from '../common/api-description.ts';
import { AuthService, toMe } from './auth.service.ts';
import { clientOf } from './client-of.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Access('public')
  @Answers(me)
  async signIn(
    @Body({ schema: signInInput }) input: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token, person } = await this.auth.signIn(input, clientOf(request));
    const earlier = await this.personOf(request);
    if (earlier) await this.sessions.end(earlier.sessionId);
    setSessionCookie(reply, this.env, token);
    return toMe(person);
  }

  /** Works without a session too, so that signing out never fails. */
  @Post('sign-out')
  @HttpCode(204)
  @Access('public')
  @Answers(null)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const person = await this.personOf(request);
    if (person) await this.sessions.end(person.sessionId);
    clearSessionCookie(reply, this.env);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Access('signed-in')
  @Answers(null)
  async signOutEverywhere(
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.signOutEverywhere(person);
    clearSessionCookie(reply, this.env);
  }

  @Get('me')
  @Access('signed-in')
  @Answers(me)
  me(@CurrentPerson() person: Person): Me {
    return toMe(person);
  }

  @Patch('me')
  @Access('signed-in')
  @Answers(me)
  updateMe(
    @CurrentPerson() person: Person,
    @Body({ schema: updateMeInput }) input: UpdateMeInput,
  ): Promise<Me> {
    return this.auth.updateMe(person, input);
  }

  @Post('password')
  @HttpCode(204)
  @Access('signed-in')
  @Answers(null)
  async changePassword(
    @CurrentPerson() person: Person,
    @Body({ schema: changePasswordInput }) input: ChangePasswordInput,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.auth.changePassword(person, input, clientOf(request));
  }

  private async personOf(request: FastifyRequest): Promise<Person | null> {
    const token = sessionTokenOf(request, this.env);
    return token ? this.sessions.find(token) : null;
  }
}
