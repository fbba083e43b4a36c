import { request, type ClientRequest } from 'node:http';
import { change } from '@broadsheet/types';
import { z } from 'zod';
import { readEvents } from './read-events.ts';

export interface ChangeFollowerOptions {
  /** Origin of the API. */
  url: string;
  onChange: (keys: readonly string[]) => void;
  /** Notices may have been missed: nothing known is certain any more. */
  onGap: () => void;
  /** Milliseconds between two looks at the feed's number by a connection of its own. */
  checkEvery?: number;
  /** Milliseconds of silence after which a connection counts as dead; the feed's heartbeat is shorter. */
  silence?: number;
  /** Milliseconds before connecting again: the first wait, doubled up to the second. */
  backoff?: readonly [number, number];
}

/** `gap` says that what came after the number asked for is no longer kept. */
const hello = z.object({ number: z.int(), boot: z.string(), gap: z.boolean().default(false) });
type Hello = z.infer<typeof hello>;

/**
 * Follows the change feed and hands on each change once, in order. A lost notice is found in two ways: a number
 * that skips, and a second look at the feed every `checkEvery` ms, which brings what the first did not.
 */
export class ChangeFollower {
  readonly #options: Required<ChangeFollowerOptions>;
  readonly #open = new Set<ClientRequest>();
  #last: number | null = null;
  #boot: string | null = null;
  #wait: number;
  #timers = new Set<NodeJS.Timeout>();
  #isStopped = false;

  constructor(options: ChangeFollowerOptions) {
    this.#options = { checkEvery: 15_000, silence: 40_000, backoff: [250, 4000], ...options };
    this.#wait = this.#options.backoff[0];
  }

  start(): void {
    this.#follow();
    this.#later(this.#options.checkEvery, () => {
      this.#check();
    });
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const connection of this.#open) connection.destroy();
  }

  #follow(): void {
    this.#connect({
      onHello: (greeting) => {
        this.#wait = this.#options.backoff[0];
        // another boot is an API that was restarted, or another process of it: begin from nothing known
        const isContinued = this.#boot === greeting.boot && !greeting.gap;
        this.#boot = greeting.boot;
        if (!isContinued) this.#lose(this.#last === null || greeting.gap ? greeting.number : this.#last);
      },
      onClose: () => {
        this.#later(this.#wait, () => {
          this.#follow();
        });
        this.#wait = Math.min(this.#wait * 2, this.#options.backoff[1]);
      },
    });
  }

  /** A look from outside at whether the standing connection has told everything. */
  #check(): void {
    const again = () => {
      this.#later(this.#options.checkEvery, () => {
        this.#check();
      });
    };
    if (this.#last === null) {
      again();
      return;
    }
    this.#connect({
      onHello: ({ number, gap }, connection) => {
        const isBehind = () => this.#last !== null && this.#last < number;
        if (gap) this.#lose(number);
        if (!isBehind()) {
          connection.destroy();
          return;
        }
        // the missed changes follow the hello on this connection; if they don't come, all is uncertain
        this.#later(Math.min(2000, this.#options.checkEvery), () => {
          if (isBehind()) this.#lose(number);
          connection.destroy();
        });
      },
      onClose: again,
    });
  }

  #connect(on: { onHello: (greeting: Hello, connection: ClientRequest) => void; onClose: () => void }): void {
    if (this.#isStopped) return;
    const after = this.#last === null ? '' : `?after=${String(this.#last)}`;
    const address = new URL(`/api/changes${after}`, this.#options.url);
    const connection = request(address, { agent: false, timeout: this.#options.silence }, (answer) => {
      if (answer.statusCode !== 200) {
        connection.destroy();
        return;
      }
      readEvents(answer, ({ event, data }) => {
        if (event === 'hello') on.onHello(hello.parse(JSON.parse(data)), connection);
        else this.#take(data);
      });
    });
    this.#open.add(connection);
    connection.on('timeout', () => connection.destroy());
    connection.on('error', () => undefined);
    connection.on('close', () => {
      this.#open.delete(connection);
      if (!this.#isStopped) on.onClose();
    });
    connection.end();
  }

  #take(data: string): void {
    const { number, keys } = change.parse(JSON.parse(data));
    if (this.#last === null || number <= this.#last) return;
    if (number > this.#last + 1) this.#options.onGap();
    this.#last = number;
    this.#options.onChange(keys);
  }

  #lose(number: number): void {
    this.#last = number;
    this.#options.onGap();
  }

  #later(wait: number, act: () => void): void {
    if (this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, wait);
    timer.unref();
    this.#timers.add(timer);
  }
}
