import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@broadsheet/types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.ts';
import { problemStatus } from './problem-status.ts';
import { toDomainError } from './to-domain-error.ts';

const titles: Partial<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Type not supported',
  422: 'Not valid',
  424: 'Another server failed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'Storage full',
};

/** The body of an error on the wire (RFC 9457). */
export function toProblem(error: DomainError, instance?: string): Problem {
  const status = problemStatus[error.code];
  return {
    type: `urn:broadsheet:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[status] ?? 'Error',
    status,
    code: error.code,
    detail: error.message,
    ...(instance ? { instance } : {}),
    ...(error.faults.length ? { errors: error.faults } : {}),
    ...(error.change ? { change: error.change } : {}),
  };
}

/** Every error leaves the API as problem details; what we did not expect is logged and says nothing of itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = toDomainError(thrown);
    if (!known || known.code === 'STORAGE_FULL' || known.code === 'DATABASE_UNAVAILABLE')
      this.logger.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    const error =
      known ??
      new DomainError('INTERNAL', 'Something went wrong on the server. Nothing you sent before is lost.');
    const problem = toProblem(error, request.url.split('?')[0]);
    if (reply.sent) return;
    if (problem.status === 503 || problem.status === 429)
      void reply.header('retry-after', problem.status === 429 ? '60' : '5');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(problem);
  }
}
