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
    '/en/topic/none',
    '/en/news/none',
    '/en/news/gone',
    '/xx/',
  ])('stand on the page %s', async (path) => {
    const answer = await reader.get(path);
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
    expect(answer.body).not.toMatch(/ style=|nonce=|<[^>]+ on[a-z]+=/);
  });

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
    '/media/no/1',
    '/health',
  ])('stand on the file %s', async (path) => {
    const answer = await reader.get(path);
    expect(answer.headers).toMatchObject(common);
    expect(policy(answer)).toBe("default-src 'none'; frame-ancestors 'none'");
  });

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

describe('S10 cache poisoning and deception', () => {
  it.each([
    '/en/feed.xml',
    '/en/feed.json',
    '/en/news/story-2.md',
    '/en/news/story-2/article.ninjs.json',
    '/en/manifest.webmanifest',
    '/en/opensearch.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
  ])('gives every machine the same %s, whatever another one asked with it', async (path) => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', accept: 'text/evil' };
    const poisoned = await reader.get(`${path}?utm=evil&callback=evil`, evil);
    const innocent = await reader.get(path);
    expect([poisoned.status, innocent.status]).toEqual([200, 200]);
    expect(poisoned.body).toBe(innocent.body);
    expect(innocent.body).not.toContain('evil');
    expect(innocent.headers['cache-control']).toBe((await reader.get('/en/')).headers['cache-control']);
  });

  it('takes no words of a reader for its own last resort', async () => {
    const { status, body } = await reader.get('/en/search?q=%3Cbody+data-last-resort%3E');
    expect(status).toBe(200);
    expect(body).toContain('&lt;body data-last-resort');
  });

  it('gives every reader the same page, whatever host and forwarding headers another one sent', async () => {
    const evil = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-original-url': '/evil',
      'x-rewrite-url': '/evil',
      'accept-language': 'evil',
      cookie: 'evil=1',
    };
    const poisoned = await reader.get('/en/news/story-2', evil);
    const innocent = await reader.get('/en/news/story-2');
    expect(poisoned.body).toBe(innocent.body);
    expect(innocent.body).not.toMatch(/evil|gopher/);
    expect(innocent.body).toContain('<link rel="canonical" href="https://ledger.example/en/news/story-2"');
  });

  it('stores one page for every query that is not its own', async () => {
    const plain = await reader.get('/en/news/story-1');
    const before = newsroom.asked.length;
    for (const query of ['?utm_source=evil', '?older=3', '?__data.json', '?callback=evil', '?/login']) {
      expect((await reader.get(`/en/news/story-1${query}`)).body).toBe(plain.body);
    }
    expect(newsroom.asked.slice(before)).not.toContain('/api/public/en/articles/story-1');
  });

  it.each([
    '/en/news/story-1/x.css',
    '/en/news/story-1.css',
    '/en/news/story-1.md/x.css',
    '/en/news/story-1.md.css',
    '/en/news/story-1/article.ninjs.json/x.css',
    '/en/feed.xml/x.css',
    '/en/feed.json.css',
    '/en/manifest.webmanifest.js',
    '/sitemap.xml/x.css',
    '/card/0192f000-0000-7000-8005-000000000006/headline.png',
    '/icon/en/0123456789ab/193.png',
    '/en/news/story-1;x.css',
    '/en/news/story-1%2Fx.css',
    '/en/news/story-1%00',
    '/en//news/story-1',
    '/en/news/../news/story-1',
    '/en/news/%73tory-1',
    '/preview/../en/',
    '/_app/../../package.json',
    '/_app/immutable/assets/none.css',
  ])('knows no page at %s', async (path) => {
    const answer = await reader.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).not.toContain('public');
  });

  it('takes no methods but GET and HEAD, and no address of another server', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const answer = await reader.get('/en/', {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
    expect((await reader.get('http://evil.example/en/')).status).toBe(404);
    const head = await reader.get('/en/', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(1000);
  });
});
