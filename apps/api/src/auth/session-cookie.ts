import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../env.ts';

const loopback = /^https?:\/\/(localhost|127(?:\.\d+){3}|\[::1\])(:|\/|$)/;

/** `__Host-` and Secure wherever the editor is reached over the network; plain on loopback, where there is no TLS. */
export const cookieName = (env: Env): string =>
  loopback.test(env.EDITOR_URL) ? `broadsheet-session-${env.PORT}` : '__Host-broadsheet-session';

export function setSessionCookie(reply: FastifyReply, env: Env, token: string): void {
  void reply.setCookie(cookieName(env), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: !loopback.test(env.EDITOR_URL),
    maxAge: 14 * 24 * 60 * 60,
  });
}

export function clearSessionCookie(reply: FastifyReply, env: Env): void {
  void reply.clearCookie(cookieName(env), { path: '/', secure: !loopback.test(env.EDITOR_URL) });
}

export const sessionTokenOf = (request: FastifyRequest, env: Env): string | undefined =>
  request.cookies[cookieName(env)];
