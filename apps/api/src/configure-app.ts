import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';
import { DomainError } from './common/domain-error.ts';
import { bodyLimit, limitBodies } from './common/request-limits.ts';
import { ShutdownLimit } from './common/shutdown-limit.service.ts';
import { setSecurityHeaders } from './common/security-headers.ts';
import { serveEditor } from './editor-build/serve-editor.ts';
import type { Env, Timings } from './env.ts';
import { logRequests } from './logging.ts';
import { OpenApiService } from './openapi/openapi.service.ts';

/** The API with its pipes, filters, hooks and limits: the same for main.ts and for the tests. Not yet listening. */
export async function createApp(env: Env, timings?: Partial<Timings>): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(env, timings),
    createAdapter(env),
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: toInputInvalid }));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  setSecurityHeaders(fastify, env);
  app.get(ShutdownLimit).refuseLate(fastify);
  limitBodies(fastify);
  logRequests(fastify, PinoLogger.root);
  await app.register(cookie);
  serveEditor(fastify, env);
  app.get(OpenApiService).describe(app);
  app.enableShutdownHooks();
  return app;
}

/** Milliseconds for a whole request: the largest picture over a line of half a megabit. Heads have a minute. */
const slowestUpload = 12 * 60_000;

const createAdapter = ({ TRUSTED_PROXIES: proxies }: Env) =>
  new FastifyAdapter({
    bodyLimit,
    trustProxy: proxies ? proxies.split(',').map((proxy) => proxy.trim()) : false,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: slowestUpload,
    http: { headersTimeout: 60_000 },
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });

/** Every fault of an input, where it is and what to do about it. */
function toInputInvalid(
  issues: readonly { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined }[],
): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    'Some of what was sent is not right. Nothing was changed; see each fault.',
    issues.slice(0, 50).map(({ path = [], message }) => ({
      path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      message,
    })),
  );
}
