import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { change } from '@broadsheet/types';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiProduces, ApiTags } from '../common/api-description.ts';
import { ChangeFeed } from './change-feed.service.ts';

const changesQuery = z.strictObject({ after: z.coerce.number().int().min(0).optional() });

@ApiTags('public')
@Controller('changes')
export class ChangesController {
  constructor(@Inject(ChangeFeed) private readonly feed: ChangeFeed) {}

  /**
   * Server-sent events: first `hello`, then every change after the number asked for, each with its number as id.
   * A client that reconnects by itself names its number in Last-Event-ID, which counts before `after`.
   */
  @Get()
  @Access('public')
  @ApiProduces('text/event-stream')
  @Answers(change)
  async follow(
    @Query({ schema: changesQuery }) { after }: z.infer<typeof changesQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    reply.raw.flushHeaders();
    const seen = lastEventId && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : (after ?? null);
    try {
      await this.feed.follow(reply.raw, seen);
    } catch {
      // the head is sent: ending the stream makes the client come back, which is all it can be told
      reply.raw.destroy();
    }
  }
}
