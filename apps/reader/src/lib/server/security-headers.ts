import { createHash } from 'node:crypto';
import { embedOrigins } from '@broadsheet/types';
import { beforePaint } from '#lib/before-paint.ts';

export type Header = readonly [string, string];

const scriptHash = createHash('sha256').update(beforePaint).digest('base64');

const everywhere: readonly Header[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
];

/**
 * @param styleHash of the one inline sheet that pages have
 * @param policies names of the Trusted Types policies that scripts may make
 */
const pagePolicy = (frameAncestors: string, styleHash: string | null, policies = 'worker'): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${scriptHash}'`,
    `style-src 'self'${styleHash === null ? '' : ` 'sha256-${styleHash}'`}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    // films and recordings of other servers, fetched only when they are played
    "media-src 'self' https:",
    // and of other sites, framed only once a reader asks
    `frame-src ${Object.values(embedOrigins).join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
    "require-trusted-types-for 'script'",
    // for the service worker's address, the only one that a script sets
    `trusted-types ${policies}`,
  ].join('; ');

export interface FileHeaders {
  /** Pictures, feeds, styles, scripts: nothing in them may run or be framed. */
  file: readonly Header[];
  /** The service worker: it may ask this site, and nothing else. */
  worker: readonly Header[];
}

/** Security headers by kind of response. Nothing in them depends on a request, so a stored page keeps its own. */
export interface SecurityHeaders extends FileHeaders {
  page: readonly Header[];
  /** Framed by the editor alone, found by nobody, kept nowhere. */
  preview: readonly Header[];
}

/** @param siteUrl where readers reach the site; on anything but a loopback address browsers are told to stay on https */
function commonHeaders(siteUrl: string): readonly Header[] {
  const { protocol, hostname } = new URL(siteUrl);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const strict: readonly Header[] =
    isLoopback || protocol !== 'https:'
      ? []
      : [['strict-transport-security', 'max-age=31536000; includeSubDomains']];
  return [...everywhere, ...strict];
}

export function fileHeaders(siteUrl: string): FileHeaders {
  const common = commonHeaders(siteUrl);
  return {
    file: [['content-security-policy', "default-src 'none'; frame-ancestors 'none'"], ...common],
    worker: [
      ['content-security-policy', "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"],
      ...common,
    ],
  };
}

/**
 * @param editorUrl the one origin that may frame a preview
 * @param styleHash of the sheet that pages have in them
 */
export function securityHeaders(
  siteUrl: string,
  editorUrl: string,
  styleHash: string | null = null,
): SecurityHeaders {
  const common = commonHeaders(siteUrl);
  return {
    ...fileHeaders(siteUrl),
    page: [
      ['content-security-policy', pagePolicy("'none'", styleHash)],
      ['x-frame-options', 'DENY'],
      ...common,
    ],
    preview: [
      ['content-security-policy', pagePolicy(editorUrl, styleHash, 'worker preview')],
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex, nofollow'],
      ...common.filter(([name]) => name !== 'referrer-policy'),
      ['referrer-policy', 'no-referrer'],
    ],
  };
}
