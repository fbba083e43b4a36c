import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { DomainError } from './common/domain-error.ts';
import type { Env, Timings } from './env.ts';

/** Bodies of JSON larger than this, in bytes, are refused; pictures have a route of their own. */
const bodyLimit = 2 * 1024 * 1024;

/** The API with its pipes, filters, hooks and limits: the same for main.ts and for the tests. Not yet listening. */
export async function createApp(env: Env, timings?: Partial<Timings>): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: true,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(env, timings), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) =>
        new DomainError(
          'INPUT_INVALID',
          'Some of what was sent is not right. Nothing was changed; see each fault.',
          issues.slice(0, 50).map((issue) => ({
            path: (issue.path ?? [])
              .map((part) => String(typeof part === 'object' ? part.key : part))
              .join('.'),
            message: issue.message,
          })),
        ),
    }),
  );
  await app.register(cookie);
  app.enableShutdownHooks();
  return app;
}
