import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { TIMINGS, type Timings } from '../env.ts';

/** How often a stopping process looks for connections without a request, in milliseconds. */
const idleSweep = 50;

/**
 * A stopping process takes no new connection and finishes the requests it has begun; what is still open after the
 * limit is closed, so that a slow client cannot keep it alive.
 */
@Injectable()
export class ShutdownLimit implements BeforeApplicationShutdown {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

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
