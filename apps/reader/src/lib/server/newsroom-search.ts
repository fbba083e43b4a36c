import type { Language, MeantAnswer, SearchAnswer, SearchOrder, Suggestions } from '@broadsheet/types';
import type { ApiClient } from './api-client.ts';
import { BadQuestion } from './bad-question.ts';

/** A search: ids and days as the API takes them; what is empty is not asked for. */
export interface SearchQuestion {
  q: string;
  section?: readonly string[];
  region?: readonly string[];
  author?: readonly string[];
  from?: string;
  to?: string;
  sort?: SearchOrder;
  cursor?: string;
}

/** Questions that readers type. Answers are not kept here: there is no end to what may be asked. */
export class NewsroomSearch {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /** A cursor of nobody's leads to the first page. */
  async find(language: Language, asked: SearchQuestion): Promise<SearchAnswer> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(asked) as [string, string | readonly string[]][])
      if (value.length > 0) query.set(name, String(value));
    const path = `/api/public/${language}/search?${query.toString()}`;
    const { status, body } = await this.#api.get(path);
    if (status === 200) return JSON.parse(body.toString()) as SearchAnswer;
    if (asked.cursor) return this.find(language, { ...asked, cursor: '' });
    throw new BadQuestion(`The API answered ${path} with status ${String(status)}.`);
  }

  async suggestions(language: Language, q: string): Promise<Suggestions> {
    return (await this.#ask(language, 'suggestions', { q })) as Suggestions;
  }

  /** Articles whose addresses are like one that leads nowhere. */
  async meant(language: Language, slug: string): Promise<MeantAnswer> {
    return (await this.#ask(language, 'meant', { slug })) as MeantAnswer;
  }

  async #ask(language: Language, what: string, query: Record<string, string>): Promise<unknown> {
    const path = `/api/public/${language}/${what}?${new URLSearchParams(query).toString()}`;
    const { status, body } = await this.#api.get(path);
    if (status !== 200) throw new BadQuestion(`The API answered ${path} with status ${String(status)}.`);
    return JSON.parse(body.toString());
  }
}
