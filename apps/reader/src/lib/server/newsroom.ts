import { publicSite } from '@broadsheet/types';
import type {
  Language,
  PublicArticle,
  PublicList,
  PublicSite,
  PublicTerm,
  SitemapPage,
} from '@broadsheet/types';
import type { ApiClient } from './api-client.ts';

/** Which list of the newest stories. */
export type ListKind = 'home' | 'section' | 'region' | 'topic' | 'author';
export interface ListQuery {
  language: Language;
  kind: ListKind;
  /** Id of the section, region, topic or author; nothing for home. */
  id?: string;
  limit: number;
  older?: string;
}

/** What stands behind the address of an article. */
export type ArticleAnswer =
  | { kind: 'article'; article: PublicArticle }
  | { kind: 'moved'; to: string }
  | { kind: 'gone' }
  | { kind: 'missing' };

/** Told apart by name, as `apiUnavailable` is. */
export const badQuestion = 'BadQuestion';

/** The API refused a question that a reader's address led to, such as a cursor that was made up. */
class BadQuestion extends Error {
  override readonly name = badQuestion;
}

/** The name under which changes of this list are announced. */
export const listKey = ({ language, kind, id }: Pick<ListQuery, 'language' | 'kind' | 'id'>): string =>
  kind === 'home' ? `list:${language}:home` : `list:${language}:${kind}:${id ?? ''}`;

interface Kept {
  value: Promise<unknown>;
  keys: Set<string>;
  /** False until the answer is here and says which stories it shows. */
  isComplete: boolean;
}

/**
 * The newsroom as readers may know it: typed questions to the public API. Lists and settings, which many pages
 * share, are kept in memory until a change names them; articles are not, their pages are.
 */
export class Newsroom {
  readonly #api: ApiClient;
  readonly #readerToken: string;
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;

  constructor(api: ApiClient, { readerToken = '', keep = 2000 } = {}) {
    this.#api = api;
    this.#readerToken = readerToken;
    this.#most = keep;
  }

  site(): Promise<PublicSite> {
    // settings pass through once per change, so the whole check costs nothing
    return this.#keep(
      '/api/public/site',
      ['site'],
      (value) => publicSite.parse(value),
      () => [],
    );
  }

  list(query: ListQuery): Promise<PublicList> {
    const asked = new URLSearchParams({ limit: String(query.limit) });
    if (query.kind !== 'home') asked.set(query.kind, query.id ?? '');
    if (query.older !== undefined) asked.set('older', query.older);
    return this.#keep(
      `/api/public/${query.language}/articles?${asked.toString()}`,
      [listKey(query)],
      (value) => value as PublicList,
      (list) => list.items.map((card) => `card:${card.id}`),
    );
  }

  sitemap(language: Language, after: string | null): Promise<SitemapPage> {
    const query = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    return this.#keep(
      `/api/public/${language}/sitemap${query}`,
      [`list:${language}:home`],
      (value) => value as SitemapPage,
      () => [],
    );
  }

  async article(language: Language, slug: string): Promise<ArticleAnswer> {
    const { status, body } = await this.#api.get(
      `/api/public/${language}/articles/${encodeURIComponent(slug)}`,
    );
    if (status === 200) return { kind: 'article', article: JSON.parse(body.toString()) as PublicArticle };
    if (status === 301 || status === 308) {
      return { kind: 'moved', to: (JSON.parse(body.toString()) as { redirect: string }).redirect };
    }
    if (status === 410) return { kind: 'gone' };
    if (status === 404 || status === 400) return { kind: 'missing' };
    throw new BadQuestion(`The API answered for ${language}/${slug} with status ${String(status)}.`);
  }

  /** @returns null when there is no such topic or author */
  async term(kind: 'topic' | 'author', slug: string): Promise<PublicTerm | null> {
    const { status, body } = await this.#api.get(`/api/public/terms/${kind}/${encodeURIComponent(slug)}`);
    return status === 200 ? (JSON.parse(body.toString()) as PublicTerm) : null;
  }

  /** Where an address of earlier days leads now, or null. */
  async redirect(path: string): Promise<string | null> {
    const { status, body } = await this.#api.get(`/api/public/redirects?path=${encodeURIComponent(path)}`);
    return status === 200 ? (JSON.parse(body.toString()) as { to: string }).to : null;
  }

  /** The draft behind a preview link, or null when the link has expired or was revoked. */
  async preview(token: string): Promise<PublicArticle | null> {
    const { status, body } = await this.#api.get(`/api/public/preview/${encodeURIComponent(token)}`, {
      'x-reader-token': this.#readerToken,
    });
    return status === 200 ? (JSON.parse(body.toString()) as { article: PublicArticle }).article : null;
  }

  /** Forgets what these keys name; answers under way are given out but not kept. */
  forget(keys: readonly string[]): void {
    for (const [path, kept] of this.#kept) {
      if (!kept.isComplete || keys.some((key) => kept.keys.has(key))) this.#kept.delete(path);
    }
  }

  forgetAll(): void {
    this.#kept.clear();
  }

  #keep<T>(
    path: string,
    keys: string[],
    read: (value: unknown) => T,
    more: (value: T) => string[],
  ): Promise<T> {
    const before = this.#kept.get(path);
    if (before) return before.value as Promise<T>;
    const kept: Kept = { value: this.#ask(path, read), keys: new Set(keys), isComplete: false };
    this.#kept.set(path, kept);
    if (this.#kept.size > this.#most) this.#dropOldest();
    const value = kept.value as Promise<T>;
    value.then(
      (answer) => {
        for (const key of more(answer)) kept.keys.add(key);
        kept.isComplete = true;
      },
      () => {
        if (this.#kept.get(path) === kept) this.#kept.delete(path);
      },
    );
    return value;
  }

  async #ask<T>(path: string, read: (value: unknown) => T): Promise<T> {
    const { status, body } = await this.#api.get(path);
    if (status !== 200) throw new BadQuestion(`The API answered ${path} with status ${String(status)}.`);
    return read(JSON.parse(body.toString()));
  }

  #dropOldest(): void {
    const oldest = this.#kept.keys().next().value;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
