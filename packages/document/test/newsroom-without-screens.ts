import * as Y from 'yjs';
import { carryOut, unseenMoves, type UnseenMove } from '../src/unseen-letters.ts';
import { writeSeed } from '../src/write-seed.ts';
import { paragraph, text } from './every-block.ts';
import type { PageWithoutScreen as Page } from './page-without-screen.ts';

/** The text that everybody has before them. */
export function firstText(): Uint8Array {
  const ydoc = new Y.Doc();
  ydoc.clientID = 7;
  const content = [
    paragraph('firstblock', text('The river was low')),
    paragraph('secondblock', text('and the bridge stood dry.')),
    paragraph('thirdblock', text('Nobody came.')),
  ];
  writeSeed(ydoc, { headline: '', standfirst: [], body: { type: 'doc', content } });
  return Y.encodeStateAsUpdate(ydoc);
}

/** The newsroom, which shows each change to everybody together with what it puts right about it. */
export class Newsroom {
  readonly ydoc = new Y.Doc();

  constructor(seed: Uint8Array) {
    this.ydoc.clientID = 1500;
    Y.applyUpdate(this.ydoc, seed);
  }

  /** @returns what everybody is shown of it: all that has changed here */
  take(bytes: Uint8Array): Uint8Array {
    const moves: UnseenMove[] = [];
    const told: Uint8Array[] = [];
    const look = (transaction: Y.Transaction) => void moves.push(...unseenMoves(transaction, bytes));
    this.ydoc.once('beforeObserverCalls', look);
    const tell = (update: Uint8Array) => void told.push(update);
    this.ydoc.on('update', tell);
    Y.applyUpdate(this.ydoc, bytes);
    this.ydoc.off('beforeObserverCalls', look);
    carryOut(this.ydoc, moves);
    this.ydoc.off('update', tell);
    return told.length > 0 ? Y.mergeUpdates(told) : bytes;
  }
}

/** Somebody whose messages take their time, and whose connection comes and goes. */
export class Desk {
  readonly page: Page;
  readonly inbox: Uint8Array[] = [];
  isOnline = true;
  readonly #newsroom: Newsroom;
  readonly #others: readonly Desk[];

  constructor(page: Page, newsroom: Newsroom, others: readonly Desk[]) {
    this.page = page;
    this.#newsroom = newsroom;
    this.#others = others;
  }

  /** The oldest message that is on its way from here arrives. */
  send(): void {
    const bytes = this.page.sent.shift();
    if (!bytes) return;
    const told = this.#newsroom.take(bytes);
    for (const other of this.#others) if (other.isOnline) other.inbox.push(told);
  }

  /** The oldest message that is on its way to here arrives. */
  hear(): void {
    const bytes = this.inbox.shift();
    if (bytes) this.page.hear(bytes);
  }

  /** What was on its way still arrives. */
  goOffline(): void {
    while (this.isOnline && this.page.sent.length + this.inbox.length > 0) {
      this.send();
      this.hear();
    }
    this.isOnline = false;
  }

  /** Each side tells what the other lacks, as it is before it hears of the other. */
  comeBack(): void {
    if (this.isOnline) return;
    this.isOnline = true;
    const { ydoc } = this.#newsroom;
    const mine = Y.encodeStateAsUpdate(this.page.ydoc, Y.encodeStateVector(ydoc));
    this.inbox.push(Y.encodeStateAsUpdate(ydoc, Y.encodeStateVector(this.page.ydoc)));
    this.page.sent.splice(0, Infinity, mine);
  }
}
