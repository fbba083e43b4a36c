import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  frontTime,
  slugify,
  type Language,
  type MostRead,
  type PublicArticle,
  type PublicAround,
  type PublicCard,
  type PublicFront,
  type PublicList,
  type PublicSite,
  type PublicTerm,
  type ViewBatch,
} from '@broadsheet/types';
import { searchCards } from './search-cards.ts';

/** An answer that stands before the usual one, for faults: status 0 never answers. */
type Override = (path: string) => { status: number; body: string; location?: string } | null;

/**
 * A newsroom that speaks the public contract over real HTTP: for the reader, the API is an outside service.
 * Its articles are plain data that a test changes; changes are announced when the test says so.
 */
export class StandInNewsroom {
  site: PublicSite;
  articles: PublicArticle[] = [];
  gone = new Set<string>();
  moved = new Map<string, string>();
  terms = new Map<string, { id: string; slug: string; names: Partial<Record<Language, string>> }>();
  redirects = new Map<string, string>();
  previews = new Map<string, PublicArticle>();
  /** Bytes of `{key}/{file}`, `cards/{id}/{version}` and `icons/{language}/{version}/{size}`; the key of a preview's picture begins with `token`. */
  media = new Map<string, Buffer>();
  /** How often each article was read, by id; batches of a reader are added. */
  views = new Map<string, number>();
  override: Override = () => null;
  /** Milliseconds until each answer. */
  delay = 0;
  boot = 'first';
  /** Paths asked for, newest last. */
  readonly asked: string[] = [];
  #number = 0;
  readonly #log: { number: number; keys: string[] }[] = [];
  readonly #streams = new Set<ServerResponse>();
  #server: Server | null = null;
  #port = 0;

  constructor(site: PublicSite) {
    this.site = site;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Open connections of the change feed. */
  get followers(): number {
    return this.#streams.size;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#answer(request, response);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** As after a crash: every connection breaks. Starts again at the same port. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** Announces a change. With `isLost`, the followers that stand now are not told, as when a notice is lost. */
  announce(keys: string[], { isLost = false } = {}): void {
    const change = { number: ++this.#number, keys };
    this.#log.push(change);
    if (!isLost) for (const stream of this.#streams) writeChange(stream, change);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(url.pathname + url.search);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const instead = this.override(url.pathname);
    if (instead) {
      if (instead.status === 0) return;
      response
        .writeHead(instead.status, instead.location ? { location: instead.location } : {})
        .end(instead.body);
    } else if (url.pathname === '/api/changes') this.#follow(url, request, response);
    else if (url.pathname === '/api/views') await this.#addViews(request, response);
    else if (/^\/api\/public\/(media|cards|icons)\//.test(url.pathname)) this.#sendPicture(url, response);
    else this.#sendJson(url, request, response);
  }

  #follow(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const after = Number(url.searchParams.get('after'));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`event: hello\ndata: ${JSON.stringify({ number: this.#number, boot: this.boot })}\n\n`);
    for (const change of this.#log) if (change.number > after) writeChange(response, change);
    this.#streams.add(response);
    request.on('close', () => this.#streams.delete(response));
  }

  async #addViews(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { views } = JSON.parse(Buffer.concat(parts).toString()) as ViewBatch;
    const isReader = request.headers['x-reader-token'] === 'secret';
    if (isReader)
      for (const { articleId, count } of views)
        this.views.set(articleId, (this.views.get(articleId) ?? 0) + count);
    response.writeHead(isReader ? 204 : 403).end();
  }

  #sendPicture(url: URL, response: ServerResponse): void {
    const bytes = this.media.get(url.pathname.replace(/^\/api\/public\/(media\/)?/, ''));
    const cacheControl = url.pathname.includes('/token') ? 'no-store' : 'public, max-age=86400';
    const headers = { 'content-type': 'image/webp', 'cache-control': cacheControl };
    if (bytes) response.writeHead(200, headers).end(bytes);
    else response.writeHead(404).end();
  }

  #sendJson(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const found = this.#find(url, request);
    response.writeHead(found.status, { 'content-type': 'application/json', ...found.headers });
    response.end(JSON.stringify(found.body));
  }

  #find(
    url: URL,
    request: IncomingMessage,
  ): { status: number; body: unknown; headers?: Record<string, string> } {
    const parts = url.pathname.split('/').slice(3);
    const [first = '', second = '', third = ''] = parts;
    if (first === 'site') return { status: 200, body: this.site };
    if (first === 'terms') {
      const terms = this.#terms(second);
      const items = terms.filter((term) => term.languages.length > 0);
      return found(third === '' ? { items, next: null } : terms.find(({ slug }) => slug === third));
    }
    if (first === 'redirects') {
      const to = this.redirects.get(url.searchParams.get('path') ?? '');
      return found(to && { to });
    }
    if (first === 'preview') {
      const article = request.headers['x-reader-token'] === 'secret' ? this.previews.get(second) : undefined;
      return found(article && { article, state: 'draft' });
    }
    const language = first as Language;
    if (second === 'sitemap') return { status: 200, body: this.#sitemap(language, third) };
    if (second === 'feed') return { status: 200, body: this.#feed(language, url.searchParams) };
    if (second === 'search')
      return { status: 200, body: searchCards(language, this.#cards(language), url.searchParams) };
    if (second === 'suggestions') return { status: 200, body: { items: [] } };
    if (second === 'meant') {
      const slug = slugify(url.searchParams.get('slug') ?? '', language);
      return { status: 200, body: { items: this.#cards(language).filter((card) => card.slug === slug) } };
    }
    if (second === 'articles' && third === '')
      return { status: 200, body: this.#list(language, url.searchParams) };
    if (second === 'front') return { status: 200, body: this.#front(language) };
    if (second === 'most-read') return { status: 200, body: this.#mostRead(language) };
    if (parts[3] === 'markdown') return found(this.#markdown(language, third));
    if (parts[3] === 'around') return found(this.#around(language, third));
    const answer = this.#article(language, third);
    if (parts[3] !== 'page' || answer.status !== 200) return answer;
    return found({ article: answer.body, around: this.#around(language, third) });
  }

  /** Everything is one part; the news are what is younger than two days. */
  #sitemap(language: Language, kind: string): unknown {
    if (kind === 'parts') return { parts: [null] };
    const oldest = kind === 'news' ? Date.now() - 48 * 3_600_000 : 0;
    const items = this.#cards(language).filter(({ publishedAt }) => Date.parse(publishedAt) > oldest);
    return { items, next: null };
  }

  /** With the languages that have anything of them. */
  #terms(kind: string): PublicTerm[] {
    const list = kind === 'topic' ? 'topics' : 'authors';
    const terms = [...this.terms].filter(([name]) => name.startsWith(`${kind}/`));
    return terms.map(([, term]) => {
      const articles = this.articles.filter((article) => article[list].some(({ id }) => id === term.id));
      const isIn = (language: Language) => articles.some((article) => article.language === language);
      return { ...term, languages: this.site.liveLanguages.filter(isIn) };
    });
  }

  #feed(language: Language, query: URLSearchParams): unknown {
    const { items } = this.#list(language, query);
    const { feedFullText } = this.site;
    return { items: items.map((item) => (feedFullText ? item : { ...item, html: null })) };
  }

  #markdown(language: Language, slug: string): unknown {
    const article = this.articles.find((each) => each.language === language && each.slug === slug);
    return article && this.site.crawlers.textVersions && { markdown: `Text of [${slug}](/en/news/${slug}).` };
  }

  #front(language: Language): PublicFront {
    const items = this.#cards(language).sort((a, b) => frontTime(b) - frontTime(a));
    return { items: items.slice(0, 12), longReads: items.filter(({ wordCount }) => wordCount >= 900) };
  }

  #mostRead(language: Language): MostRead {
    const viewsOf = ({ id }: PublicCard) => this.views.get(id) ?? 0;
    const read = this.#cards(language).filter((card) => viewsOf(card) > 0);
    read.sort((a, b) => viewsOf(b) - viewsOf(a));
    return { items: read.slice(0, 5).map((card) => ({ ...card, views: viewsOf(card) })) };
  }

  #around(language: Language, slug: string): PublicAround | undefined {
    const cards = this.#cards(language);
    const place = cards.findIndex((card) => card.slug === slug);
    const own = cards[place];
    return (
      own && {
        views: this.views.get(own.id) ?? 0,
        more: cards.filter((card) => card !== own).slice(0, 8),
        previous: cards[place + 1] ?? null,
        next: cards[place - 1] ?? null,
      }
    );
  }

  #article(
    language: Language,
    slug: string,
  ): { status: number; body: unknown; headers?: Record<string, string> } {
    const to = this.moved.get(`${language}/${slug}`);
    if (to) return { status: 301, body: { redirect: to }, headers: { location: to } };
    const article = this.articles.find((each) => each.language === language && each.slug === slug);
    if (!this.gone.has(`${language}/${slug}`)) return found(article);
    const translations = (article?.translations ?? []).filter(
      (each) =>
        !this.gone.has(`${each.language}/${each.slug}`) && this.site.liveLanguages.includes(each.language),
    );
    return { status: 410, body: { code: 'GONE', translations } };
  }

  #cards(language: Language): PublicCard[] {
    return this.articles
      .filter((each) => each.language === language && !this.gone.has(`${language}/${each.slug}`))
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  }

  #list(language: Language, query: URLSearchParams): PublicList {
    const [section, region] = [query.get('section'), query.get('region')];
    const [topic, author] = [query.get('topic'), query.get('author')];
    const cards = (this.#cards(language) as PublicArticle[]).filter(
      (each) =>
        (section === null || each.sectionId === section) &&
        (region === null || each.regionIds.includes(region)) &&
        (topic === null || each.topics.some(({ id }) => id === topic)) &&
        (author === null || each.authors.some(({ id }) => id === author)),
    );
    const limit = Number(query.get('limit') ?? '20');
    const [older, newer] = [query.get('older'), query.get('newer')];
    const begin = newer === null ? Number(older ?? '0') : Math.max(Number(newer) - limit, 0);
    const end = begin + limit;
    return {
      items: cards.slice(begin, end),
      older: end < cards.length ? String(end) : null,
      newer: begin > limit ? String(begin) : null,
    };
  }
}

const found = (body: unknown): { status: number; body: unknown } =>
  body ? { status: 200, body } : { status: 404, body: { code: 'NOT_FOUND' } };

function writeChange(stream: ServerResponse, { number, keys }: { number: number; keys: string[] }): void {
  const data = JSON.stringify({ number, keys, at: new Date().toISOString() });
  stream.write(`id: ${String(number)}\ndata: ${data}\n\n`);
}
