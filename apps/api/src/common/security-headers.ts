import type { FastifyInstance } from 'fastify';
import type { Env } from '../env.ts';

type Headers = Record<string, string>;

/** For every answer of this process. Nothing of the newsroom is framed, sniffed or kept by a cache on the way. */
const everywhere: Headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

/** Answers of the API are data: were one ever shown as a page, nothing in it would run. */
const apiOnly: Headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Set before anything else, so that errors carry them too; a route may say otherwise for itself. */
export function setSecurityHeaders(fastify: FastifyInstance, env: Env): void {
  const transport: Headers = env.EDITOR_URL.startsWith('https:')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {};
  const page = { ...everywhere, ...transport };
  const api = { ...page, ...apiOnly };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api') ? api : page);
    done();
  });
}

/**
 * The policy of the editor's pages. Styles may be inline, because the editor positions carets and menus by them;
 * scripts are files of ours, or stand in index.html with one of the given hashes.
 */
export function editorPolicy(env: Env, scriptHashes: readonly string[]): string {
  const socket = new URL(env.EDITOR_URL).origin.replace(/^http/, 'ws');
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' https:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    `frame-src ${new URL(env.SITE_URL).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
