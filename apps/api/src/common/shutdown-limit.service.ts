import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import { DomainError } from './domain-error.ts';
import { TIMINGS, type Timings } from '../env.ts';

/** How often a stopping process looks for connections without a request, in milliseconds. */
const idleSweep = 50;

/**
 * A stopping process takes no new connection and finishes the requests it has begun; what is still open after the
 * limit is closed, so that a slow client cannot keep it alive.
 */
@Injectable()
export class ShutdownLimit implements OnModuleDestroy, BeforeApplicationShutdown {
  private isStopping = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  /** Answers what comes after the stop has begun, while others still put away what they hold. */
  refuseLate(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, reply, done) => {
      if (!this.isStopping) return done();
      void reply.header('connection', 'close').header('retry-after', '1');
      done(new DomainError('OVERLOADED', 'This process is stopping. Nothing was changed; ask again.'));
    });
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const limit = setTimeout(() => server.closeAllConnections(), this.timings.shutdownLimit).unref();
    // a connection whose last request was just answered would be kept for the client's next one
    const sweep = setInterval(() => server.closeIdleConnections(), idleSweep).unref();
    server.once('close', () => {
      clearTimeout(limit);
      clearInterval(sweep);
    });
  }
}
