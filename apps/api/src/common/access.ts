import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Grant, Language, NewsroomAction, ScopedAction } from '@broadsheet/types';
import type { FastifyRequest } from 'fastify';
import { ApiExtension, ApiSecurity } from './api-description.ts';

/** Who is asking, as the session tells: believed inside the API. */
export interface Person {
  id: string;
  email: string;
  name: string;
  locale: Language;
  colour: number;
  grants: Grant[];
  sessionId: string;
}

/**
 * What a route asks of its caller.
 * - `public`: anyone.
 * - `reader`: the reader's own process, by its shared token.
 * - `signed-in`: any person.
 * - `{ newsroom }`: a person with that action, checked by the guard.
 * - `{ scoped }`: a person with that action somewhere; the service checks the very story or article.
 */
export type AccessRule =
  'public' | 'reader' | 'signed-in' | { newsroom: NewsroomAction } | { scoped: ScopedAction };

export const accessKey = 'broadsheet:access';

/** Declares a route's access. A route without it fails the start and the tests. */
export const Access = (rule: AccessRule) =>
  applyDecorators(
    SetMetadata(accessKey, rule),
    ApiExtension('x-access', rule),
    ...(rule === 'public' ? [] : [ApiSecurity(rule === 'reader' ? 'readerToken' : 'session')]),
  );

export type RequestWithPerson = FastifyRequest & { person?: Person };

/** The signed-in person; only on routes whose access is not public. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<RequestWithPerson>();
  if (!person) throw new Error('CurrentPerson on a route without a signed-in access rule');
  return person;
});
