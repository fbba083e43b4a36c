import type { CommentInput, Me, StartThreadInput, Thread, ThreadList } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';

export const filters = ['open', 'mine', 'resolved', 'placeless'] as const;
export type ThreadFilter = (typeof filters)[number];

/** Milliseconds in which the mark of a new thread comes to the text: it takes another way than the thread. */
const markComes = 2000;

/** What was said about an article, kept level with what others say. */
export class Threads {
  readonly articleId: string;
  items = $state.raw<readonly Thread[]>([]);
  loaded = $state(false);
  fault = $state.raw<unknown>(null);
  filter = $state<ThreadFilter>('open');
  /** The thread that is looked at: its words stand out in the text, its card in the list. */
  active = $state<string | null>(null);
  /** Where words and blocks stand now: a number that grows with the text. The page tells it. */
  words = $state.raw<ReadonlyMap<string, number>>(new Map());
  blocks = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** Those that came a moment ago. */
  #fresh = $state.raw<ReadonlySet<string>>(new Set());
  /** The picture that leads the story now. */
  readonly #lead: () => string | null;
  #asking: Promise<void> | null = null;
  #again = false;

  constructor(articleId: string, lead: () => string | null) {
    this.articleId = articleId;
    this.#lead = lead;
  }

  /** Asks again; what is shown stays until the answer is here. */
  refresh = (): void => {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = this.#ask().finally(() => {
      this.#asking = null;
      if (!this.#again) return;
      this.#again = false;
      this.refresh();
    });
  };

  get open(): readonly Thread[] {
    return this.items.filter(({ resolvedAt }) => resolvedAt === null);
  }

  /** Where a thread stands in the text; null if what it was about is gone. */
  placeOf({ id, place, blockId }: Thread): number | null {
    if (place === 'headline') return -1;
    if (place === 'lead') return blockId !== null && blockId === this.#lead() ? -0.5 : null;
    return (place === 'text' ? this.words.get(id) : this.blocks.get(blockId ?? '')) ?? null;
  }

  /** False once what it was about is gone. */
  isPlaced(thread: Thread): boolean {
    return this.placeOf(thread) !== null || this.#fresh.has(thread.id);
  }

  /** The threads of a filter: those in the text in its order, then those without a place. */
  of(filter: ThreadFilter, me: Me): readonly Thread[] {
    const found = this.items.filter((thread) => {
      const isOpen = thread.resolvedAt === null;
      if (filter === 'resolved') return !isOpen;
      if (filter === 'placeless') return isOpen && !this.isPlaced(thread);
      if (filter === 'mine')
        return (
          thread.comments.some(({ author, isDeleted }) => author.id === me.id && !isDeleted) ||
          thread.people.some(({ id }) => id === me.id)
        );
      return isOpen;
    });
    const last = Number.MAX_SAFE_INTEGER;
    const place = (thread: Thread) => this.placeOf(thread) ?? last;
    return found.sort((a, b) => place(a) - place(b) || a.createdAt.localeCompare(b.createdAt));
  }

  /** Looks at a thread, wherever it is in the list. */
  show(threadId: string): void {
    const found = this.items.find(({ id }) => id === threadId);
    if (found) this.filter = found.resolvedAt ? 'resolved' : 'open';
    this.active = threadId;
  }

  /** The next open thread in the order of the text, or the one before. */
  step(way: 1 | -1, me: Me): string | null {
    const all = this.of('open', me);
    if (all.length === 0) return null;
    const at = all.findIndex(({ id }) => id === this.active);
    const next = all[at < 0 ? (way === 1 ? 0 : all.length - 1) : (at + way + all.length) % all.length];
    if (next) this.show(next.id);
    return next?.id ?? null;
  }

  async start(input: StartThreadInput): Promise<Thread> {
    const made = await api.post<Thread>(`/articles/${this.articleId}/threads`, input);
    this.#put(made);
    return made;
  }

  async reply(threadId: string, input: CommentInput): Promise<void> {
    this.#put(await api.post<Thread>(`/threads/${threadId}/comments`, input));
  }

  async rewrite(commentId: string, text: string): Promise<void> {
    this.#put(await api.patch<Thread>(`/comments/${commentId}`, { text }));
  }

  async remove(commentId: string): Promise<void> {
    await api.remove(`/comments/${commentId}`);
    this.refresh();
  }

  /** Shown at once; taken back, with the reason thrown, should the server not take it. */
  setResolved(thread: Thread, isResolved: boolean, me: Me): Promise<void> {
    const { id, name, colour } = me;
    const shown = isResolved
      ? { ...thread, resolvedAt: new Date().toISOString(), resolvedBy: { id, name, colour } }
      : { ...thread, resolvedAt: null, resolvedBy: null };
    return this.#atOnce(thread, shown, () =>
      api.post<Thread>(`/threads/${thread.id}/${isResolved ? 'resolve' : 'reopen'}`, undefined),
    );
  }

  setBlocking(thread: Thread, isBlocking: boolean): Promise<void> {
    return this.#atOnce(thread, { ...thread, isBlocking }, () =>
      api.patch<Thread>(`/threads/${thread.id}`, { isBlocking }),
    );
  }

  async #atOnce(before: Thread, shown: Thread, send: () => Promise<Thread>): Promise<void> {
    this.#put(shown);
    try {
      this.#put(await send());
    } catch (error) {
      // what came from the newsroom meanwhile is newer than either
      if (this.items.includes(shown)) this.#put(before);
      throw error;
    }
  }

  #put(next: Thread): void {
    const isKnown = this.items.some(({ id }) => id === next.id);
    this.#take(isKnown ? this.items.map((one) => (one.id === next.id ? next : one)) : [...this.items, next]);
  }

  #take(items: readonly Thread[]): void {
    const known = new Set(this.items.map(({ id }) => id));
    const fresh = this.loaded ? items.map(({ id }) => id).filter((id) => !known.has(id)) : [];
    this.items = items;
    if (fresh.length === 0) return;
    this.#fresh = new Set([...this.#fresh, ...fresh]);
    setTimeout(
      () => (this.#fresh = new Set([...this.#fresh].filter((id) => !fresh.includes(id)))),
      markComes,
    );
  }

  async #ask(): Promise<void> {
    try {
      this.#take((await api.get<ThreadList>(`/articles/${this.articleId}/threads`)).items);
      this.loaded = true;
      this.fault = null;
    } catch (error) {
      this.fault = error;
    }
  }
}
