import type {
  Language,
  MeantAnswer,
  MostRead,
  PublicArticle,
  PublicAround,
  PublicCard,
  PublicFeed,
  PublicFront,
  PublicList,
  PublicSite,
  PublicTerm,
  PublicTermPage,
  SearchAnswer,
  SitemapPage,
  SitemapParts,
  Suggestions,
} from '@broadsheet/types';
import { dayIn } from '#lib/dates/format-date.ts';
import { isApiUnavailable } from './api-client.ts';
import {
  listKey,
  mostReadKeys,
  type ArticleAnswer,
  type ListQuery,
  type MostReadAsked,
  type Newsroom,
  type PageAnswer,
} from './newsroom.ts';
import type { SearchQuestion } from './newsroom-search.ts';

/** Of pages that are about today, like what was found in the last week: announced when the day turns. */
export const dayKey = 'day';

/**
 * What one page reads, noted as it is read: `hard` names what the page is about, `soft` what stands beside it.
 * A page can't read anything without its change being able to reach the page.
 */
export class PageReading {
  readonly hard = new Set<string>();
  readonly soft = new Set<string>();
  /** Whether the newsroom is away and the settings are those that were last known. */
  isBehind = false;
  readonly #newsroom: Newsroom;
  #site: Promise<PublicSite> | undefined;
  #preview: ReturnType<Newsroom['preview']> | undefined;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
  }

  /** @throws ApiUnavailable when the newsroom is away and its settings were never known */
  site(): Promise<PublicSite> {
    this.hard.add('site');
    this.#site ??= this.#newsroom.site().catch((error: unknown) => {
      const { lastSite } = this.#newsroom;
      if (lastSite === null || !isApiUnavailable(error)) throw error;
      this.isBehind = true;
      return lastSite;
    });
    return this.#site;
  }

  /** The day it is in a time zone, as 2024-11-07. */
  today(timeZone: string): string {
    this.hard.add(dayKey);
    return dayIn(timeZone, Date.now());
  }

  /** The list a page is about: it changes at once. */
  list(query: ListQuery): Promise<PublicList> {
    this.hard.add(listKey(query));
    return this.#cards(query);
  }

  /** A list beside the page's own matter: it may lag by a minute. */
  sideList(query: ListQuery): Promise<PublicList> {
    this.soft.add(listKey(query));
    return this.#cards(query);
  }

  /** The stories of a front in their order. */
  async front(language: Language, limit: number): Promise<PublicFront> {
    this.hard.add(`list:${language}:home`);
    const front = await this.#newsroom.front(language, limit);
    this.#show([...front.items, ...front.longReads]);
    return front;
  }

  /** May lag by a minute. @param hasNumbers whether the page says how often each was read */
  async mostRead(asked: MostReadAsked, hasNumbers = false): Promise<MostRead> {
    const { order, numbers } = mostReadKeys(asked);
    this.soft.add(order);
    if (hasNumbers) this.soft.add(numbers);
    const list = await this.#newsroom.mostRead(asked);
    this.#show(list.items);
    return list;
  }

  async article(language: Language, slug: string): Promise<ArticleAnswer> {
    const answer = await this.#newsroom.article(language, slug);
    if (answer.kind === 'article') this.#showArticle(answer.article);
    return answer;
  }

  /** An article, and beside it what may lag by a minute. */
  async articlePage(language: Language, slug: string): Promise<PageAnswer> {
    const answer = await this.#newsroom.articlePage(language, slug);
    if (answer.kind === 'article') {
      this.#showArticle(answer.article);
      this.#showAround(answer.article, answer.around);
    }
    return answer;
  }

  /** What stands beside a draft, if it was published before. */
  async around(article: PublicArticle): Promise<PublicAround | null> {
    const around = await this.#newsroom.around(article.language, article.slug);
    if (around) this.#showAround(article, around);
    return around;
  }

  /** Beside its names, which languages have anything of it: the first publication in another may lag by a minute. */
  async term(kind: 'topic' | 'author', slug: string): Promise<PublicTerm | null> {
    const [{ liveLanguages }, term] = await Promise.all([this.site(), this.#newsroom.term(kind, slug)]);
    if (term) for (const language of liveLanguages) this.soft.add(listKey({ language, kind, id: term.id }));
    return term;
  }

  async terms(kind: 'topic' | 'author', after: string | null): Promise<PublicTermPage> {
    for (const language of (await this.site()).liveLanguages)
      this.soft.add(listKey({ language, kind: 'home' }));
    return this.#newsroom.terms(kind, after);
  }

  /** What a list's feeds say. With whole texts in it, it changes as soon as one of them does. */
  async feed(query: Pick<ListQuery, 'language' | 'kind' | 'id'>): Promise<PublicFeed> {
    this.hard.add(listKey(query));
    const feed = await this.#newsroom.feed(query);
    this.#show(feed.items);
    for (const { id, html } of feed.items) if (html !== null) this.hard.add(`article:${id}`);
    return feed;
  }

  /** The text of an article that this page has read already. */
  markdown({ language, slug }: Pick<PublicArticle, 'language' | 'slug'>): Promise<string | null> {
    return this.#newsroom.markdown(language, slug);
  }

  sitemapParts(language: Language): Promise<SitemapParts> {
    this.soft.add(`list:${language}:home`);
    return this.#newsroom.sitemapParts(language);
  }

  sitemap(language: Language, after: string | null, kind: 'all' | 'news' = 'all'): Promise<SitemapPage> {
    this.soft.add(`list:${language}:home`);
    return this.#newsroom.sitemap(language, after, kind);
  }

  /** Results change with every publication in their language; their counts in the others may lag. */
  async search(language: Language, asked: SearchQuestion): Promise<SearchAnswer> {
    this.hard.add(`list:${language}:home`);
    const answer = await this.#newsroom.search.find(language, asked);
    this.#show(answer.hits.map(({ card }) => card));
    for (const each of answer.languages)
      if (each.language !== language) this.soft.add(`list:${each.language}:home`);
    return answer;
  }

  meant(language: Language, slug: string): Promise<MeantAnswer> {
    return this.#newsroom.search.meant(language, slug);
  }

  suggestions(language: Language, q: string): Promise<Suggestions> {
    this.hard.add(`list:${language}:home`);
    return this.#newsroom.search.suggestions(language, q);
  }

  redirect(path: string): Promise<string | null> {
    return this.#newsroom.redirect(path);
  }

  /** Asked for twice by one page: for its language, and for its text. */
  preview(token: string): ReturnType<Newsroom['preview']> {
    this.#preview ??= this.#newsroom.preview(token);
    return this.#preview;
  }

  async #cards(query: ListQuery): Promise<PublicList> {
    const list = await this.#newsroom.list(query);
    this.#show(list.items);
    return list;
  }

  #showArticle({ id, storyId, relatedStories }: PublicArticle): void {
    this.hard.add(`article:${id}`);
    this.hard.add(`story:${storyId}`);
    for (const { storyId, article } of relatedStories) {
      this.hard.add(`story:${storyId}`);
      if (article) this.hard.add(`card:${article.id}`);
    }
  }

  #showAround(article: PublicArticle, { more, previous, next }: PublicAround): void {
    const { language, sectionId, regionIds, topics } = article;
    this.soft.add(`views:${article.id}`);
    if (sectionId !== null) this.soft.add(listKey({ language, kind: 'section', id: sectionId }));
    for (const id of regionIds) this.soft.add(listKey({ language, kind: 'region', id }));
    for (const { id } of topics) this.soft.add(listKey({ language, kind: 'topic', id }));
    const isNear = (card: PublicCard) =>
      card.sectionId === sectionId || card.regionIds.some((id) => regionIds.includes(id));
    // where too little is near, the newest of the language stand in
    if (more.some((card) => !isNear(card))) this.soft.add(listKey({ language, kind: 'home' }));
    this.#show([previous, next, ...more].filter((card) => card !== null));
  }

  #show(cards: readonly PublicCard[]): void {
    for (const card of cards) this.hard.add(`card:${card.id}`);
  }
}
