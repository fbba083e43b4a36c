import { embedOrigins } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';
import { securityHeaders } from './lib/server/security-headers.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [sampleArticle(1), sampleArticle(2)];
  newsroom.gone.add('en/gone');
  newsroom.previews.set('token', sampleArticle(9, { headline: 'Still a draft' }));
  newsroom.media.set('lead1/640.webp', Buffer.from('picture'));
  newsroom.media.set('film/file.mp4', Buffer.from('film'));
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const policy = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['content-security-policy']);

describe('S27 golden security headers', () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  };

  it.each([
    '/en/',
    '/en/news/story-1',
    '/en/section/politics',
    '/en/search',
    '/en/search?q=mountain',
    '/en/saved',
    '/en/offline',
    '/en/topic/none',
    '/en/news/none',
    '/en/news/gone',
    '/xx/',
  ])('stand on the page %s', async (path) => {
    const answer = await reader.get(path);
    expectPageHeaders(answer);
    expect(answer.body).not.toMatch(/ style=|nonce=|<[^>]+ on[a-z]+=/);
  });

  it.each([
    { path: '/', status: 307 },
    { path: '/en', status: 308 },
    { path: '/en/news/old', status: 301 },
    { path: '/en/section/old', status: 301 },
    { path: '/en/news/broken', status: 500 },
    { path: '/en/news/late', status: 503 },
  ])('stand on what answers $path with $status', async ({ path, status }) => {
    newsroom.moved.set('en/old', '/en/news/story-1');
    newsroom.redirects.set('/en/section/old', '/en/section/politics');
    newsroom.override = (asked) => {
      if (asked.endsWith('/broken/page')) return { status: 200, body: '{' };
      return asked.endsWith('/late/page') ? { status: 503, body: '' } : null;
    };
    const answer = await reader.get(path);
    expect(answer.status).toBe(status);
    expectPageHeaders(answer);
    expect(answer.body).not.toMatch(/ style=|nonce=|<[^>]+ on[a-z]+=/);
  });

  it('stand on the page for when nothing can be made', async () => {
    const alone = await runReader({ url: 'http://127.0.0.1:9' });
    const answer = await alone.get('/en/');
    await alone.stop();
    expect(answer.status).toBe(503);
    expectPageHeaders(answer);
    expect(answer.body).not.toMatch(/ style=|nonce=|<[^>]+ on[a-z]+=/);
  });

  function expectPageHeaders(answer: { headers: Record<string, unknown> }) {
    expect(answer.headers).toMatchObject({ ...common, 'x-frame-options': 'DENY' });
    // whole, so that a source which is let in has to be let in here too
    expect(
      policy(answer)
        .replaceAll(/'sha256-[\w+/]{43}='/g, 'HASH')
        .split('; '),
    ).toEqual([
      "default-src 'none'",
      "script-src 'self' HASH",
      "style-src 'self' HASH",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self' https:",
      `frame-src ${Object.values(embedOrigins).join(' ')}`,
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types worker',
    ]);
  }

  it.each([
    '/en/feed.xml',
    '/en/section/politics/feed.atom',
    '/en/feed.json',
    '/en/news/story-1.md',
    '/en/news/story-1/article.ninjs.json',
    '/llms.txt',
    '/en/manifest.webmanifest',
    '/en/opensearch.xml',
    '/sitemap/en-1.xml',
    '/sitemap/en-news-1.xml',
    '/card/0192f000-0000-7000-8005-000000000006/0123456789ab.png',
    '/card/none',
    '/icon/en/0123456789ab/192.png',
    '/sitemap.xml',
    '/robots.txt',
    '/favicon.svg',
    '/media/lead1/640.webp',
    '/media/film/file.mp4',
    '/media/none/file.mp3',
    '/media/no/1',
    '/_app/immutable/none.js',
    '/health',
  ])('stand on the file %s', async (path) => {
    expectFileHeaders(await reader.get(path));
  });

  it('stand on scripts and styles of the build, which are kept for a year', async () => {
    const { body } = await reader.get('/en/');
    const [script, sheet] = [/src="(\/_app[^"]+\.js)"/, /href="(\/_app[^"]+\.css)"/].map(
      (place) => place.exec(body)?.[1] ?? '',
    );
    for (const path of [script, sheet]) {
      const answer = await reader.get(String(path));
      expect([answer.status, answer.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expectFileHeaders(answer);
    }
  });

  it.each([
    { method: 'POST', path: '/views', status: 204 },
    { method: 'POST', path: '/en/', status: 405 },
    { method: 'DELETE', path: '/en/news/story-1', status: 405 },
    { method: 'HEAD', path: '/en/feed.xml', status: 200 },
  ])('stand on the answer to $method $path', async ({ method, path, status }) => {
    const answer = await reader.get(path, {}, method);
    expect(answer.status).toBe(status);
    expectFileHeaders(answer);
  });

  function expectFileHeaders(answer: { headers: Record<string, unknown> }) {
    expect(answer.headers).toMatchObject(common);
    expect(policy(answer)).toBe("default-src 'none'; frame-ancestors 'none'");
  }

  it('let the service worker ask this site alone, and be asked for anew at each visit', async () => {
    const answer = await reader.get('/service-worker.js');
    expect(answer.headers).toMatchObject({ ...common, 'cache-control': 'no-cache' });
    expect(policy(answer)).toBe("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
    const page = policy(await reader.get('/en/news/story-1'));
    expect(page).toContain("worker-src 'self'");
    expect(page).toMatch(/trusted-types worker(;|$)/);
  });

  it('let browsers on a loopback address stay on http', () => {
    const { page } = securityHeaders('http://127.0.0.1:3000', 'http://127.0.0.1:3001');
    expect(page.map(([name]) => name)).not.toContain('strict-transport-security');
  });

  it('frame the sites that can be embedded and no other, and play recordings of other servers', async () => {
    const parts = policy(await reader.get('/en/news/story-1')).split('; ');
    expect(parts).toContain(
      'frame-src https://www.youtube-nocookie.com https://platform.twitter.com https://www.instagram.com ' +
        'https://www.facebook.com https://t.me https://www.tiktok.com https://player.vimeo.com ' +
        'https://open.spotify.com',
    );
    expect(parts).toContain("media-src 'self' https:");
  });

  it('allow exactly the one inline script that the page has', async () => {
    const { body } = await reader.get('/en/news/story-1');
    const inline = [...body.matchAll(/<script(?![^>]*(?:src|ld\+json))[^>]*>([\s\S]*?)<\/script>/g)];
    expect(inline).toHaveLength(1);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inline[0]?.[1]));
    expect(policy(await reader.get('/en/news/story-1'))).toContain(Buffer.from(hash).toString('base64'));
  });

  it('allow exactly the one inline sheet that every page has', async () => {
    for (const path of ['/en/', '/hy/news/story-1', '/en/none']) {
      const answer = await reader.get(path);
      const inline = [...answer.body.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
      expect(inline).toHaveLength(1);
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inline[0]?.[1]));
      expect(policy(answer)).toContain(`style-src 'self' 'sha256-${Buffer.from(hash).toString('base64')}'`);
    }
  });
});

describe('S9 previews', () => {
  it('show the draft to whoever has the link, framed by the editor alone, kept and found by nobody', async () => {
    const answer = await reader.get('/preview/token');
    expect([answer.status, answer.headers['cache-control'], answer.headers['x-robots-tag']]).toEqual([
      200,
      'no-store',
      'noindex, nofollow',
    ]);
    expect(answer.body).toContain('Still a draft');
    expect(answer.body).not.toContain('rel="canonical"');
    expect(policy(answer)).toContain('frame-ancestors https://desk.ledger.example;');
    expect(answer.headers['x-frame-options']).toBeUndefined();
    // the one policy more lets the page put its own newer text in place; no other page has it
    expect(policy(answer)).toMatch(/trusted-types worker preview(;|$)/);
    expect(answer.body).toMatch(/<script src="[^"]*preview[^"]*\.js" defer/);
  });

  it('keep their pictures nowhere', async () => {
    newsroom.media.set('tokenlead9/640.webp', Buffer.from('draft picture'));
    const answer = await reader.get('/media/tokenlead9/640.webp');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    newsroom.media.delete('tokenlead9/640.webp');
    expect((await reader.get('/media/tokenlead9/640.webp')).status).toBe(404);
  });

  it('end at once when the link is revoked', async () => {
    newsroom.previews.set('brief', sampleArticle(8));
    expect((await reader.get('/preview/brief')).status).toBe(200);
    newsroom.previews.delete('brief');
    const after = await reader.get('/preview/brief');
    expect([after.status, after.headers['cache-control']]).toEqual([404, 'no-store']);
  });
});

describe('S18 open redirects', () => {
  it.each([
    '//evil.example',
    '//evil.example/en/',
    '/%2F%2Fevil.example',
    '/%2F..%2F..',
    '/\\\\evil.example',
    '/en//evil.example',
    '/https://evil.example',
    '/?next=//evil.example',
    '/en/?redirect=https://evil.example',
    '/en/news/none?return=//evil.example',
    '/en/feed.xml?url=//evil.example',
  ])('leads nowhere else from %s', async (path) => {
    const { status, headers } = await reader.get(path);
    expect(headers.location ?? '/en/').toMatch(/^\/(?!\/)/);
    expect([200, 307, 404]).toContain(status);
    expect(headers.location ?? '').not.toContain('evil');
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'follows no redirect of the newsroom’s to %s',
    async (to) => {
      newsroom.redirects.set('/en/section/away', to);
      newsroom.moved.set('en/away', to);
      for (const path of [
        '/en/section/away',
        '/en/section/away/feed.xml',
        '/en/news/away',
        '/en/news/away.md',
      ]) {
        const { status, headers } = await reader.get(path);
        expect([status, headers.location]).toEqual([404, undefined]);
      }
    },
  );
});
