import type { Language, PublicList, PublicSite, PublicTerm, SitemapPage } from '@broadsheet/types';
import { listKey, type ArticleAnswer, type ListQuery, type Newsroom } from './newsroom.ts';

/**
 * What one page reads, noted as it is read: `hard` names what the page is about, `soft` what stands beside it.
 * A page can't read anything without its change being able to reach the page.
 */
export class PageReading {
  readonly hard = new Set<string>();
  readonly soft = new Set<string>();
  readonly #newsroom: Newsroom;
  #preview: ReturnType<Newsroom['preview']> | undefined;

  constructor(newsroom: Newsroom) {
    this.#newsroom = newsroom;
  }

  site(): Promise<PublicSite> {
    this.hard.add('site');
    return this.#newsroom.site();
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

  async article(language: Language, slug: string): Promise<ArticleAnswer> {
    const answer = await this.#newsroom.article(language, slug);
    if (answer.kind === 'article') {
      this.hard.add(`article:${answer.article.id}`);
      this.hard.add(`story:${answer.article.storyId}`);
      for (const { storyId, article } of answer.article.relatedStories) {
        this.hard.add(`story:${storyId}`);
        if (article) this.hard.add(`card:${article.id}`);
      }
    }
    return answer;
  }

  async term(kind: 'topic' | 'author', slug: string): Promise<PublicTerm | null> {
    return this.#newsroom.term(kind, slug);
  }

  sitemap(language: Language, after: string | null): Promise<SitemapPage> {
    this.soft.add(`list:${language}:home`);
    return this.#newsroom.sitemap(language, after);
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
    for (const card of list.items) this.hard.add(`card:${card.id}`);
    return list;
  }
}
