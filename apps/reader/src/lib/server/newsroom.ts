import { publicSite } from '@broadsheet/types';
import type {
  Language,
  MostRead,
  PublicArticle,
  PublicPreview,
  PublicAround,
  PublicFeed,
  PublicFront,
  PublicGone,
  PublicList,
  PublicMarkdown,
  PublicPage,
  PublicSite,
  PublicTerm,
  PublicTermPage,
  PublicTranslation,
  SitemapPage,
  SitemapParts,
} from '@broadsheet/types';
import type { ApiClient } from './api-client.ts';
import { BadQuestion } from './bad-question.ts';
import { KeptAnswers } from './kept-answers.ts';
import { NewsroomSearch } from './newsroom-search.ts';

/** Which list of the newest stories. */
export type ListKind = 'home' | 'section' | 'region' | 'topic' | 'author';
export interface ListQuery {
  language: Language;
  kind: ListKind;
  /** Id of the section, region, topic or author; nothing for home. */
  id?: string;
  limit: number;
  older?: string;
  newer?: string;
}

/** What is most read in a day or a week, everywhere or in one section or region. */
export interface MostReadAsked {
  language: Language;
  hours: 24 | 168;
  kind?: 'section' | 'region';
  id?: string;
}

/** What stands behind the address of an article: it, or the way to where it stands, or that it is not there. */
type At<Found> =
  | ({ kind: 'article' } & Found)
  | { kind: 'moved'; to: string }
  /** In which languages its story is still published. */
  | { kind: 'gone'; translations: PublicTranslation[] }
  | { kind: 'missing' };
export type ArticleAnswer = At<{ article: PublicArticle }>;
/** The same with what stands around it. */
export type PageAnswer = At<PublicPage>;

/** Whether a redirect stays on this site, whatever wrote it: browsers take `//` and `/\\` for another host. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(path);

/** The name under which changes of this list are announced. */
export const listKey = ({ language, kind, id }: Pick<ListQuery, 'language' | 'kind' | 'id'>): string =>
  kind === 'home' ? `list:${language}:home` : `list:${language}:${kind}:${id ?? ''}`;

/** The names under which other stories in such a list, or other numbers behind the same, are announced. */
export const mostReadKeys = ({ language, hours, id }: MostReadAsked): { order: string; numbers: string } => {
  const name = `most-read:${language}:${String(hours)}:${id ?? 'all'}`;
  return { order: name, numbers: `${name}:numbers` };
};

/**
 * The newsroom as readers may know it: typed questions to the public API. Lists and settings, which many pages
 * share, are kept in memory until a change names them; articles are not, their pages are.
 */
export class Newsroom {
  readonly search: NewsroomSearch;
  /** The settings as they were last known, for when the newsroom is away. */
  lastSite: PublicSite | null = null;
  readonly #api: ApiClient;
  readonly #readerToken: string;
  readonly #kept: KeptAnswers;
  readonly #mostReadAsked = new Map<string, MostReadAsked>();

  constructor(api: ApiClient, { readerToken = '', keep = 2000 } = {}) {
    this.#api = api;
    this.search = new NewsroomSearch(api);
    this.#readerToken = readerToken;
    this.#kept = new KeptAnswers(keep);
  }

  site(): Promise<PublicSite> {
    // settings pass through once per change, so the whole check costs nothing
    return this.#keep(
      '/api/public/site',
      ['site'],
      (value) => {
        this.lastSite = publicSite.parse(value);
        return this.lastSite;
      },
      () => [],
    );
  }

  /** The first page of a list stands on many pages and is kept; a later one stands on its own alone. */
  list(query: ListQuery): Promise<PublicList> {
    const asked = new URLSearchParams({ limit: String(query.limit) });
    if (query.kind !== 'home') asked.set(query.kind, query.id ?? '');
    if (query.older !== undefined) asked.set('older', query.older);
    if (query.newer !== undefined) asked.set('newer', query.newer);
    const path = `/api/public/${query.language}/articles?${asked.toString()}`;
    const read = (value: unknown) => value as PublicList;
    if (query.older !== undefined || query.newer !== undefined) return this.#ask(path, read);
    return this.#keep(path, [listKey(query)], read, (list) => list.items.map((card) => `card:${card.id}`));
  }

  /** The newest of a list with all that its feeds say. They may be thirty whole texts, so they are not kept. */
  feed({ language, kind, id }: Pick<ListQuery, 'language' | 'kind' | 'id'>): Promise<PublicFeed> {
    const query = kind === 'home' ? '' : `?${kind}=${encodeURIComponent(id ?? '')}`;
    return this.#ask(`/api/public/${language}/feed${query}`, (value) => value as PublicFeed);
  }

  /** The text of an article, or null where there is none or the site does not give it. */
  async markdown(language: Language, slug: string): Promise<string | null> {
    const { status, body } = await this.#api.get(
      `/api/public/${language}/articles/${encodeURIComponent(slug)}/markdown`,
    );
    return status === 200 ? (JSON.parse(body.toString()) as PublicMarkdown).markdown : null;
  }

  /** Where the parts of a language's sitemap begin. */
  sitemapParts(language: Language): Promise<SitemapParts> {
    return this.#keep(
      `/api/public/${language}/sitemap/parts`,
      [`list:${language}:home`],
      (value) => value as SitemapParts,
      () => [],
    );
  }

  /** A part of a sitemap is large and seldom asked for: it is not kept. `news` has the last two days alone. */
  sitemap(language: Language, after: string | null, kind: 'all' | 'news' = 'all'): Promise<SitemapPage> {
    const query = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    const path = `/api/public/${language}/sitemap${kind === 'news' ? '/news' : ''}${query}`;
    return this.#ask(path, (value) => value as SitemapPage);
  }

  front(language: Language, limit: number): Promise<PublicFront> {
    return this.#keep(
      `/api/public/${language}/front?limit=${String(limit)}`,
      [`list:${language}:home`],
      (value) => value as PublicFront,
      ({ items, longReads }) => [...items, ...longReads].map((card) => `card:${card.id}`),
    );
  }

  /** Kept until `renewMostRead` finds it changed. */
  mostRead(asked: MostReadAsked): Promise<MostRead> {
    const query = new URLSearchParams({ hours: String(asked.hours) });
    if (asked.kind !== undefined) query.set(asked.kind, asked.id ?? '');
    const path = `/api/public/${asked.language}/most-read?${query.toString()}`;
    this.#mostReadAsked.set(path, asked);
    return this.#keep(
      path,
      ['site'],
      (value) => value as MostRead,
      (list) => list.items.map((card) => `card:${card.id}`),
    );
  }

  /**
   * Looks again at each list of what is most read that is kept. One that had to give way to other answers may be
   * different as well: the pages that show it ask for it again.
   * @returns the keys of what is different now
   */
  async renewMostRead(): Promise<string[]> {
    const keys: string[] = [];
    for (const [path, asked] of this.#mostReadAsked) {
      const kept = this.#kept.get(path);
      if (kept) {
        keys.push(...(await this.#renew(path, asked, kept)));
      } else {
        this.#mostReadAsked.delete(path);
        keys.push(mostReadKeys(asked).order);
      }
    }
    return keys;
  }

  async #renew(path: string, asked: MostReadAsked, kept: Promise<unknown>): Promise<string[]> {
    const epoch = this.#kept.epoch;
    const before = (await kept) as MostRead;
    const after = await this.#ask(path, (value) => value as MostRead);
    // what was forgotten meanwhile may stand in this answer still
    if (this.#kept.epoch !== epoch) return [];
    const { order, numbers } = mostReadKeys(asked);
    const changed = [
      ...(same(before, after, ({ id }) => id) ? [] : [order]),
      ...(same(before, after, ({ views }) => String(views)) ? [] : [numbers]),
    ];
    if (changed.length > 0) this.#kept.drop(path);
    return changed;
  }

  /** What stands beside an article that is there already: for a preview. */
  async around(language: Language, slug: string): Promise<PublicAround | null> {
    const { status, body } = await this.#api.get(
      `/api/public/${language}/articles/${encodeURIComponent(slug)}/around`,
    );
    return status === 200 ? (JSON.parse(body.toString()) as PublicAround) : null;
  }

  /** Adds to how often stories were read. @throws ApiUnavailable, or Error when the API refuses the batch */
  async addViews(views: readonly { articleId: string; count: number }[]): Promise<void> {
    const token = { 'x-reader-token': this.#readerToken };
    const { status } = await this.#api.post('/api/views', { views }, token);
    if (status !== 204) throw new Error(`The API answered a batch of views with status ${String(status)}.`);
  }

  article(language: Language, slug: string): Promise<ArticleAnswer> {
    return this.#at(language, slug, '', (article) => ({ article: article as PublicArticle }));
  }

  articlePage(language: Language, slug: string): Promise<PageAnswer> {
    return this.#at(language, slug, '/page', (page) => page as PublicPage);
  }

  async #at<Found>(
    language: Language,
    slug: string,
    part: string,
    read: (value: unknown) => Found,
  ): Promise<At<Found>> {
    const path = `/api/public/${language}/articles/${encodeURIComponent(slug)}${part}`;
    const { status, body } = await this.#api.get(path);
    if (status === 200) return { kind: 'article', ...read(JSON.parse(body.toString())) };
    if (status === 301 || status === 308) {
      const to = (JSON.parse(body.toString()) as { redirect: string }).redirect;
      return isOwnPath(to) ? { kind: 'moved', to } : { kind: 'missing' };
    }
    if (status === 410) {
      const { translations } = JSON.parse(body.toString()) as PublicGone;
      return { kind: 'gone', translations };
    }
    if (status === 404 || status === 400) return { kind: 'missing' };
    throw new BadQuestion(`The API answered for ${language}/${slug} with status ${String(status)}.`);
  }

  /** @returns null when there is no such topic or author */
  async term(kind: 'topic' | 'author', slug: string): Promise<PublicTerm | null> {
    const { status, body } = await this.#api.get(`/api/public/terms/${kind}/${encodeURIComponent(slug)}`);
    return status === 200 ? (JSON.parse(body.toString()) as PublicTerm) : null;
  }

  /** The topics or authors of which anything is published, in pages by slug. They are seldom asked for, and not kept. */
  terms(kind: 'topic' | 'author', after: string | null): Promise<PublicTermPage> {
    const query = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    return this.#ask(`/api/public/terms/${kind}${query}`, (value) => value as PublicTermPage);
  }

  /** Where an address of earlier days leads now, or null. */
  async redirect(path: string): Promise<string | null> {
    const { status, body } = await this.#api.get(`/api/public/redirects?path=${encodeURIComponent(path)}`);
    const to = status === 200 ? (JSON.parse(body.toString()) as { to: string }).to : null;
    return to !== null && isOwnPath(to) ? to : null;
  }

  /** What is behind a preview link, or null when the link has expired or was revoked. */
  async preview(token: string): Promise<PublicPreview | null> {
    const { status, body } = await this.#api.get(`/api/public/preview/${encodeURIComponent(token)}`, {
      'x-reader-token': this.#readerToken,
    });
    return status === 200 ? (JSON.parse(body.toString()) as PublicPreview) : null;
  }

  /** Forgets what these keys name; answers under way are given out but not kept. */
  forget(keys: readonly string[]): void {
    this.#kept.forget(keys);
  }

  forgetAll(): void {
    this.#kept.forgetAll();
  }

  #keep<T>(
    path: string,
    keys: string[],
    read: (value: unknown) => T,
    more: (value: T) => string[],
  ): Promise<T> {
    return this.#kept.keep(path, keys, () => this.#ask(path, read), more);
  }

  async #ask<T>(path: string, read: (value: unknown) => T): Promise<T> {
    const { status, body } = await this.#api.get(path);
    if (status !== 200) throw new BadQuestion(`The API answered ${path} with status ${String(status)}.`);
    return read(JSON.parse(body.toString()));
  }
}

const same = (before: MostRead, after: MostRead, of: (item: MostRead['items'][number]) => string): boolean =>
  before.items.map(of).join() === after.items.map(of).join();
