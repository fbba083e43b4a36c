import type { Colleague, NewThreadPlace } from '@broadsheet/types';
import { ApiError, isFault } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { KeptFields } from '#lib/offline/kept-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { Backoff } from '#lib/write/backoff.ts';
import type { Connection } from '#lib/write/connection.svelte.ts';
import { NotSaved } from '#lib/write/not-saved.ts';
import type { Threads } from './threads.svelte.ts';

/** A comment that was written without a connection. */
export interface UnsentComment {
  /** Of the comment to be: whatever answer gets lost, it is said once. */
  id: string;
  text: string;
  /** Who is called in the text. */
  people: readonly Colleague[];
  /** An answer, with what its thread is about in words, or the place of a new thread. */
  goal: { threadId: string; about: string } | { place: NewThreadPlace; quote: string; isBlocking: boolean };
}

/** What this device keeps of a person's comments on an article; it is sent from now on. */
export function unsentComments(threads: Threads, connection: Connection, personId: string): UnsentComments {
  const { articleId } = connection;
  const shelf = new KeptFields({ personId, articleId, record: `comments:${articleId}` });
  const unsent = new UnsentComments(threads, connection, shelf);
  void shelf.all().then((kept) => unsent.restore(kept.map(({ value }) => value as UnsentComment)));
  return unsent;
}

/** Comments that this device keeps until the newsroom has them. */
export class UnsentComments {
  items = $state.raw<readonly UnsentComment[]>([]);
  /** Why the newsroom does not take one, by its id. It is tried again when the page is loaded anew. */
  faults = $state.raw<Readonly<Record<string, string>>>({});
  readonly #threads: Threads;
  readonly #connection: Pick<Connection, 'allSaved'>;
  readonly #shelf: Pick<KeptFields, 'keep' | 'drop'>;
  readonly #backoff = new Backoff();
  #isOver = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    threads: Threads,
    connection: Pick<Connection, 'allSaved'>,
    shelf: Pick<KeptFields, 'keep' | 'drop'>,
  ) {
    this.#threads = threads;
    this.#connection = connection;
    this.#shelf = shelf;
  }

  /** How many the newsroom has not refused. */
  get waiting(): number {
    return this.items.filter(({ id }) => !(id in this.faults)).length;
  }

  /** Goes on with what was kept before the page went. */
  restore(kept: readonly UnsentComment[]): void {
    const others = kept.filter(({ id }) => this.items.every((one) => one.id !== id));
    // the ids sort by time
    this.items = [...others, ...this.items].toSorted((a, b) => a.id.localeCompare(b.id));
    void this.send();
  }

  /** Keeps one that could not be sent for want of a connection. False where it was something else, or the device can't. */
  async keep(comment: UnsentComment, error: unknown): Promise<boolean> {
    const isAway = error instanceof NotSaved ? error.refusal === null : isFault(error, 'UNREACHABLE');
    if (!isAway) return false;
    if (!(await this.#shelf.keep({ part: comment.id, value: comment, seen: null }))) return false;
    this.items = [...this.items, comment];
    this.#backoff.next(this.send);
    return true;
  }

  drop(id: string): void {
    this.items = this.items.filter((one) => one.id !== id);
    this.#shelf.drop(id);
  }

  /** Sends what waits, in the order it was written. */
  send = (): Promise<void> => {
    this.#backoff.cancel();
    return (this.#sending = this.#sending.then(() => this.#sendAll()));
  };

  destroy(): void {
    this.#isOver = true;
    this.#backoff.cancel();
  }

  async #sendAll(): Promise<void> {
    let isAnyWaiting = false;
    for (const comment of this.items) {
      // refused before, or deleted while others were sent
      if (comment.id in this.faults || !this.items.includes(comment)) continue;
      try {
        await this.#sendOne(comment);
        this.drop(comment.id);
      } catch (error) {
        if (mayPass(error)) isAnyWaiting = true;
        else this.#refuse(comment, error);
      }
    }
    if (!isAnyWaiting) this.#backoff.reset();
    else if (!this.#isOver) this.#backoff.next(this.send);
  }

  #refuse(comment: UnsentComment, error: unknown): void {
    this.faults = { ...this.faults, [comment.id]: reasonOf(error, comment) };
  }

  async #sendOne({ id, text, goal }: UnsentComment): Promise<void> {
    if ('threadId' in goal) return this.#threads.reply(goal.threadId, { id, text });
    // what it is about may have been written without a connection as well
    await this.#connection.allSaved();
    const { place, quote, isBlocking } = goal;
    await this.#threads.start({ id, place, text, isBlocking, quoteIfGone: quote });
  }
}

/** Sent later, it may be taken: nothing of the comment itself stands against it. */
function mayPass(error: unknown): boolean {
  if (error instanceof NotSaved) return error.refusal !== 'forbidden';
  if (!(error instanceof ApiError)) return true;
  const { status } = error;
  return status < 400 || status === 401 || status === 429 || status >= 500;
}

function reasonOf(error: unknown, { goal }: UnsentComment): string {
  if (error instanceof NotSaved) return m.error_forbidden();
  const isThreadGone = 'threadId' in goal && isFault(error, 'NOT_FOUND');
  return isThreadGone ? m.comments_thread_gone() : sentenceFor(error);
}
