import type { Language } from '@broadsheet/types';
import type { Newsroom } from './newsroom.ts';
import { isQuestion } from './page-address.ts';
import type { PageFrame } from './page-frame.ts';
import { PageReading } from './page-reading.ts';
import type { FileDates } from './page-store/file-dates.ts';
import type { Rendering } from './page-store/page-store.ts';
import { makeReady } from './page-store/ready-response.ts';
import type { Header, SecurityHeaders } from './security-headers.ts';
import { surrogateHeaders } from './surrogate-keys.ts';

/** What a page is made with. */
export interface PagePlatform {
  reading: PageReading;
  /** Takes a page with its marks, which then is not packed into a response and unpacked again. */
  takePage?: (page: string, language: Language) => void;
}

/** The part of SvelteKit's server that makes pages. */
export interface PageMaker {
  respond(
    request: Request,
    options: { platform: PagePlatform; getClientAddress: () => string },
  ): Promise<Response>;
}

export interface PageRenderer {
  maker: PageMaker;
  newsroom: Newsroom;
  siteUrl: string;
  security: SecurityHeaders;
  frame: PageFrame;
  dates: FileDates;
  /** The page for when nothing else can be made, in the language of the address. */
  faultPage: (address: string, status: number) => string;
}

/** SvelteKit's last resort, `src/error.html`, which knows neither language nor site. What is typed has no tags. */
const lastResort = '<body data-last-resort>';

/** What a route sends whose answer depends on when it is asked. */
export const alwaysFresh = 'no-cache';

const isPage = (answer: Response): boolean =>
  (answer.headers.get('content-type') ?? 'text/html').startsWith('text/html');

/**
 * Browsers ask each time (`max-age=0`). Caches in front keep a page for a minute, hand it out for another one while
 * they fetch the new one, and for a day while the site is away.
 */
const stored = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** Makes a page anew. Nothing of the reader's request goes in but the address, so nobody's page depends on another. */
export async function renderPage(renderer: PageRenderer, address: string): Promise<Rendering> {
  const reading = new PageReading(renderer.newsroom);
  const request = new Request(new URL(address, renderer.siteUrl), { headers: { accept: 'text/html' } });
  let page: Buffer | undefined;
  const takePage = (text: string, language: Language) => {
    page = renderer.frame.encode(text, language);
  };
  const answer = await renderer.maker.respond(request, {
    platform: { reading, takePage },
    getClientAddress: () => '127.0.0.1',
  });
  const { status } = answer;
  const isPreview = address.startsWith('/preview/');
  const isFresh = answer.headers.get('cache-control') === alwaysFresh;
  const isMakeshift = status === 200 && reading.isBehind;
  const mayBeStored = status === 200 && !isPreview && !isFresh && !isMakeshift;
  const isDated = mayBeStored && !isPage(answer) && !isQuestion(address);
  const caching: Header[] = isPreview ? [] : [['cache-control', mayBeStored ? stored : 'no-cache']];
  if (mayBeStored) caching.push(...surrogateHeaders(reading.hard));
  const security = isPreview
    ? renderer.security.preview
    : isPage(answer)
      ? renderer.security.page
      : renderer.security.file;
  const ready = await makeReady({
    status,
    headers: [...ownHeaders(answer), ...caching, ...security],
    body: page ?? (await bodyOf(answer, renderer, address)),
    compress: mayBeStored,
    ...(isDated && { dateOf: (digest: string) => renderer.dates.of(address, digest) }),
  });
  return { ready, mayBeStored, isMakeshift, hard: reading.hard, soft: reading.soft };
}

/** What is not a page: a feed, a redirect; or SvelteKit's last resort, which is replaced by our own. */
async function bodyOf(answer: Response, renderer: PageRenderer, address: string): Promise<Buffer> {
  const body = await answer.text();
  const isLastResort = answer.status >= 400 && body.includes(lastResort);
  return Buffer.from(isLastResort ? renderer.faultPage(address, answer.status) : body);
}

function ownHeaders(answer: Response): Header[] {
  const type = answer.headers.get('content-type') ?? 'text/html';
  const headers: Header[] = [['content-type', type === 'text/html' ? 'text/html; charset=utf-8' : type]];
  const location = answer.headers.get('location');
  if (location !== null) headers.push(['location', location]);
  for (const name of isPage(answer) ? ['x-robots-tag'] : ['x-robots-tag', 'link']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.push([name, value]);
  }
  if (answer.status >= 500) headers.push(['retry-after', '5']);
  return headers;
}
