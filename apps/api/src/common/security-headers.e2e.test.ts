import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';

const inline = 'document.documentElement.dataset.ready = "yes";';
const everywhere = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
};

describe('S27: security headers', () => {
  let test: TestApp;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-editor-'));
    mkdirSync(join(folder, '_app/immutable'), { recursive: true });
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><script src="/a.js"></script><script>${inline}</script>`,
    );
    writeFileSync(
      join(folder, '_app/immutable/start.abc.js'),
      `export const text = '${'long '.repeat(1000)}';`,
    );
    writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    test = await createTestApp({}, { EDITOR_BUILD: folder });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${test.url}${path}`, { headers });
  const page = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };
  const golden = (answer: { headers: Headers }, names: object) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, answer.headers.get(name)]));

  it.each(['/api/health', '/api/nothing', '/api/users', '/api/openapi.json'])(
    'are whole on %s',
    async (path) => {
      const answer = await get(path);
      const expected = {
        ...everywhere,
        'content-security-policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'cache-control': path === '/api/openapi.json' ? 'no-cache' : 'no-store',
        'x-powered-by': null,
        server: null,
      };
      expect(golden(answer, expected)).toEqual(expected);
    },
  );

  it.each([
    ['too large', JSON.stringify({ email: 'x'.repeat(3 * 1024 * 1024) }), 413],
    ['broken', '{"email":', 400],
  ])('are whole when a body is %s and nobody was asked yet', async (_, body, status) => {
    const answer = await fetch(`${test.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(status);
    expect(golden(answer, everywhere)).toEqual(everywhere);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/', '/stories/some-id', '/link/a-token'])(
    'let only our own scripts run on the page %s',
    async (path) => {
      const answer = await rawGet(test, path, page);
      const hash = createHash('sha256').update(inline).digest('base64');
      const expected = {
        ...everywhere,
        'content-security-policy':
          `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self' 'unsafe-inline'; ` +
          "img-src 'self' blob: data:; media-src 'self' https:; font-src 'self'; connect-src 'self' ws://localhost:3001; worker-src 'self'; " +
          "manifest-src 'self'; frame-src http://localhost:3000; frame-ancestors 'none'; base-uri 'none'; " +
          "form-action 'self'; object-src 'none'",
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
      };
      expect(answer.status).toBe(200);
      expect(golden(answer, expected)).toEqual(expected);
      expect(answer.text).toContain(inline);
    },
  );

  it('keep hashed files of the editor for ever and send them compressed', async () => {
    const answer = await get('/_app/immutable/start.abc.js', { 'accept-encoding': 'gzip, br' });
    expect(golden(answer, { 'cache-control': 1, 'content-encoding': 1, 'content-type': 1, vary: 1 })).toEqual(
      {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': 'br',
        'content-type': 'text/javascript; charset=utf-8',
        vary: 'accept-encoding',
      },
    );
    expect(await answer.text()).toContain('export const text');
    const again = await get('/icon.svg', {
      'if-none-match': (await get('/icon.svg')).headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('give index.html to pages alone: a missing file, script or call is missing', async () => {
    expect((await rawGet(test, '/_app/immutable/old.js', page)).status).toBe(404);
    expect((await rawGet(test, '/api/nothing', page)).status).toBe(404);
    expect((await get('/stories', { accept: '*/*', 'sec-fetch-mode': 'cors' })).status).toBe(404);
    expect((await fetch(`${test.url}/stories`, { method: 'POST' })).status).toBe(404);
  });

  it('S20: never reach beyond the build', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/index.html',
      '/_app/../../../etc/passwd',
    ])
      expect((await rawGet(test, path, page)).text).not.toMatch(/root:|dependencies/);
  });
});

describe('S27: over the network', () => {
  it('asks for transport security, and the session cookie is bound to the host', async () => {
    const test = await createTestApp(
      {},
      { EDITOR_URL: 'https://desk.example', SITE_URL: 'https://news.example' },
    );
    try {
      const answer = await fetch(`${test.url}/api/health`);
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      const out = await fetch(`${test.url}/api/auth/sign-out`, { method: 'POST' });
      expect(out.headers.get('set-cookie')).toMatch(/^__Host-broadsheet-session=;.*Path=\/;.*Secure/);
    } finally {
      await test.close();
    }
  });
});

interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Asks as a browser does; `fetch` of Node tidies paths up and always says that it is no navigation. */
const rawGet = (test: TestApp, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(test.url);
    httpRequest({ hostname, port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          text,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
