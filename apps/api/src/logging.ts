import type { FastifyInstance } from 'fastify';
import type { Params, PinoLogger } from 'nestjs-pino';
import type { RequestWithPerson } from './common/access.ts';
import type { Env } from './env.ts';

/** Structured logs, one line of JSON each; no cookie, token or password ever stands in one. */
export function logging(env: Env): Params {
  return {
    pinoHttp: {
      level: env.LOG_LEVEL,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-reader-token"]'],
      autoLogging: false,
      quietReqLogger: true,
    },
    // requests are logged by the hook below, which costs less than a logger for each
    forRoutes: [],
  };
}

/** Looked at so often that a line each would hide the others. */
const quiet = new Set(['/api/health', '/*']);

/**
 * One line for each request: its route as it was declared, never its address, because addresses hold the tokens of
 * one-time and preview links.
 */
export function logRequests(fastify: FastifyInstance, logger: typeof PinoLogger.root): void {
  fastify.addHook('onResponse', (request: RequestWithPerson, reply, done) => {
    const { url: route = 'unknown' } = request.routeOptions;
    const level = reply.statusCode >= 500 ? 'error' : quiet.has(route) ? 'debug' : 'info';
    logger[level](
      {
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.person ? { person: request.person.id } : {}),
      },
      'request',
    );
    done();
  });
}
