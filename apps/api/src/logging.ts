import type { Params } from 'nestjs-pino';
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
  };
}
