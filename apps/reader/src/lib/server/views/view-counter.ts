import { isbot } from 'isbot';
import { SeenReaders } from './seen-readers.ts';

export interface CountedView {
  articleId: string;
  count: number;
}

export interface ViewCounterOptions {
  /** Hands a batch to the API. Rejects when it did not take it. */
  send: (views: CountedView[]) => Promise<void>;
  /** After a batch was taken: these stories have other numbers now. */
  onCounted: (articleIds: string[]) => void;
  /** Milliseconds between two batches. */
  every?: number;
  now?: () => number;
}

export interface Reading {
  articleId: string;
  network: string;
  userAgent: string;
}

/** Stories of one batch, and that may wait for theirs: more are not counted, so that made-up ids fill no memory. */
const mostStories = 5000;
const longestUserAgent = 400;

/** Counts readings in memory and hands them on in batches: a page never waits for its own count. */
export class ViewCounter {
  readonly #options: Required<Omit<ViewCounterOptions, 'now'>>;
  readonly #readers: SeenReaders;
  readonly #waiting = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor({ now, ...options }: ViewCounterOptions) {
    this.#options = { every: 20_000, ...options };
    this.#readers = new SeenReaders(now);
  }

  start(): void {
    this.#timer = setInterval(() => void this.flush(), this.#options.every);
    this.#timer.unref();
  }

  /** Hands on what waits, for the last time. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  /** @returns whether it counts: not for robots, and once an hour for a reader and a story */
  count({ articleId, network, userAgent }: Reading): boolean {
    const agent = userAgent.slice(0, longestUserAgent);
    if (agent === '' || isbot(agent)) return false;
    const before = this.#waiting.get(articleId) ?? 0;
    if (before === 0 && this.#waiting.size >= mostStories) return false;
    if (!this.#readers.isFirst(articleId, network, agent)) return false;
    this.#waiting.set(articleId, before + 1);
    return true;
  }

  /** Batches go one after the other; one that the API did not take waits for the next. */
  flush(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendWaiting());
    return this.#sending;
  }

  async #sendWaiting(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const views = [...this.#waiting]
      .slice(0, mostStories)
      .map(([articleId, count]) => ({ articleId, count }));
    for (const { articleId } of views) this.#waiting.delete(articleId);
    try {
      await this.#options.send(views);
    } catch {
      for (const { articleId, count } of views)
        this.#waiting.set(articleId, (this.#waiting.get(articleId) ?? 0) + count);
      return;
    }
    this.#options.onCounted(views.map(({ articleId }) => articleId));
  }
}
