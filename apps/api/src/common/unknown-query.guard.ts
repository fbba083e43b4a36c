import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.ts';

/** What a handler reads of the query: everything, by a strict schema of its own, or these keys. */
type Known = 'whole' | ReadonlySet<string>;

/** Refuses query keys that a route does not know, also where it reads none (S1). */
@Injectable()
export class UnknownQueryGuard implements CanActivate {
  private readonly known = new Map<unknown, Known>();

  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const keys = Object.keys(query ?? {});
    if (keys.length === 0) return true;
    const known = this.knownBy(context);
    const unknown = known === 'whole' ? [] : keys.filter((key) => !known.has(key));
    if (unknown.length === 0) return true;
    throw new DomainError(
      'INPUT_INVALID',
      'This address does not know some of what was asked after the question mark. Leave it out.',
      unknown.slice(0, 20).map((key) => ({ path: key.slice(0, 100), message: 'This key is not known.' })),
    );
  }

  private knownBy(context: ExecutionContext): Known {
    const handler = context.getHandler();
    const kept = this.known.get(handler);
    if (kept) return kept;
    const found = readQueryKeys(context.getClass(), handler.name);
    this.known.set(handler, found);
    return found;
  }
}

function readQueryKeys(controller: object, method: string): Known {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { data?: unknown }
  >;
  const queries = Object.entries(parameters).filter(
    ([key]) => key.split(':')[0] === String(RouteParamtypes.QUERY),
  );
  const names = queries.map(([, { data }]) => data);
  return names.some((name) => typeof name !== 'string') ? 'whole' : new Set(names as string[]);
}
