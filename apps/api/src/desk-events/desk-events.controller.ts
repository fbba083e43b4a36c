import { Controller, Get, Inject, Res } from '@nestjs/common';
import { deskEvent } from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiProduces, ApiTags } from '../common/api-description.ts';
import { DeskEvents } from './desk-events.service.ts';

@ApiTags('notifications')
@Controller('events')
export class DeskEventsController {
  constructor(@Inject(DeskEvents) private readonly events: DeskEvents) {}

  /** Server-sent events for an open page: `hello`, then the name of whatever is to be asked again. */
  @Get()
  @Access('signed-in')
  @ApiProduces('text/event-stream')
  @Answers(deskEvent)
  follow(@CurrentPerson() person: Person, @Res() reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    reply.raw.flushHeaders();
    this.events.follow(person, reply.raw);
  }
}
