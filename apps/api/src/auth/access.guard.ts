import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessKey, type AccessRule, type RequestWithPerson } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { ENV, type Env } from '../env.ts';
import { mayInNewsroom, maySomewhere } from '../permissions/permissions.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Reads each route's declared access. A route without one is refused, so that forgetting it opens nothing. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(accessKey, context.getHandler());
    const request = context.switchToHttp().getRequest<RequestWithPerson>();
    if (rule === undefined) throw new DomainError('FORBIDDEN', 'This address does not say who may use it.');
    if (!safeMethods.has(request.method)) this.refuseForeignOrigin(request);
    if (rule === 'public') return true;
    if (rule === 'reader') return this.isReader(request);
    const person = await this.personOf(request);
    request.person = person;
    if (rule === 'signed-in') return true;
    const allowed =
      'newsroom' in rule ? mayInNewsroom(person, rule.newsroom) : maySomewhere(person, rule.scoped);
    if (!allowed)
      throw new DomainError(
        'FORBIDDEN',
        'Your roles do not allow this. Nothing was changed; an admin can give you the right.',
      );
    return true;
  }

  private async personOf(request: RequestWithPerson) {
    const token = sessionTokenOf(request, this.env);
    if (!token) throw new DomainError('NOT_SIGNED_IN', 'Sign in first.');
    const person = await this.sessions.find(token);
    if (!person)
      throw new DomainError(
        'SESSION_EXPIRED',
        'Your session has ended. Sign in again; what you typed stays on this page until you do.',
      );
    return person;
  }

  /** Browsers name the page that sends an unsafe request; only the editor's own pages may. */
  private refuseForeignOrigin(request: RequestWithPerson): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign = origin !== undefined && origin !== new URL(this.env.EDITOR_URL).origin;
    if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new DomainError('ORIGIN_REFUSED', 'This request came from another site, so nothing was done.');
  }

  private isReader(request: RequestWithPerson): boolean {
    const sent = Buffer.from(String(request.headers['x-reader-token'] ?? ''));
    const ours = Buffer.from(this.env.READER_TOKEN);
    if (sent.length === ours.length && timingSafeEqual(sent, ours)) return true;
    throw new DomainError('FORBIDDEN', 'Only the reader site may ask this.');
  }
}
