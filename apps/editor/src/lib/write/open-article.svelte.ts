import type { Article, Language, Story } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';

/** A page is asked for when the pointer rests on its link; what was heard so long ago, in milliseconds, is asked again. */
const fresh = 2000;

/** One language of one story as the API tells it: everything but the text. */
export class OpenArticle {
  readonly storyId: string;
  readonly language: Language;
  story = $state.raw<Story | null>(null);
  /** Null while it comes, and for a language that was not started. */
  article = $state.raw<Article | null>(null);
  fault = $state.raw<unknown>(null);
  #asked = 0;
  #refreshing: Promise<void> | null = null;
  #again = false;

  constructor(storyId: string, language: Language) {
    this.storyId = storyId;
    this.language = language;
  }

  /** What it knows, or is about to hear, may no longer be so; or the question came to nothing. */
  get isOld(): boolean {
    return this.fault !== null || performance.now() - this.#asked > fresh;
  }

  async load(): Promise<void> {
    this.fault = null;
    try {
      await this.#ask();
    } catch (error) {
      this.fault = error;
    }
  }

  /** Asks again; what is shown stays until the answer is here. Throws `ApiError`. */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#ask().finally(() => {
      this.#refreshing = null;
      if (!this.#again) return;
      this.#again = false;
      void this.refresh().catch(() => undefined);
    });
    return this.#refreshing;
  }

  /** Takes over an article that the API has just answered with. */
  put(next: Article): void {
    this.article = next;
    if (!this.story) return;
    const articles = this.story.articles.map((one) => (one.id === next.id ? { ...one, ...next } : one));
    this.story = { ...this.story, articles };
  }

  async #ask(): Promise<void> {
    this.#asked = performance.now();
    const found = await api.get<Story>(`/stories/${this.storyId}`);
    const summary = found.articles.find((one) => one.language === this.language);
    const whole = summary ? await api.get<Article>(`/articles/${summary.id}`) : null;
    this.story = found;
    this.article = whole;
  }
}
