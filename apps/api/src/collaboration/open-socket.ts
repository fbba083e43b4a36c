import { closeCodes } from '@broadsheet/types';
import type { Connection } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import type { Person } from '../common/access.ts';

/** Reasons that a socket is closed for, as the client sees them: a code of RFC 6455 or of `closeCodes`, and a word. */
export interface Ending {
  code: number;
  reason: string;
}

/** Received bytes that may wait to be stored before the socket is read no further. */
const mostWaiting = 16 * 1024 * 1024;
/** A client that does not answer the closing handshake is cut off after this, in milliseconds. */
const patience = 5000;

/** One person's socket: whose it is, which articles it has open, and whether it is still listened to. */
export class OpenSocket {
  readonly webSocket: WebSocket;
  readonly token: string;
  person: Person;
  /** Articles that this socket opened; null while one is being loaded. */
  readonly articles = new Map<string, Connection<SocketContext> | null>();
  /** Articles in which the person may only suggest. */
  readonly suggestsIn = new Set<string>();
  /** Nothing that arrives later is looked at. */
  hasEnded = false;
  /** Ended because the person may not use it: not even what arrived before is taken. */
  isRevoked = false;
  /** Wrote something since the session was last looked up. */
  isInUse = false;
  private waiting = 0;

  constructor(webSocket: WebSocket, token: string, person: Person) {
    this.webSocket = webSocket;
    this.token = token;
    this.person = person;
  }

  /** @returns whether that is another right than before */
  holdToSuggestions(articleId: string, only: boolean): boolean {
    if (this.suggestsIn.has(articleId) === only) return false;
    if (only) this.suggestsIn.add(articleId);
    else this.suggestsIn.delete(articleId);
    return true;
  }

  /** Closed, and everything that arrived on it is dealt with. */
  get isGone(): boolean {
    return this.webSocket.readyState === this.webSocket.CLOSED && this.articles.size === 0;
  }

  /** Closes the socket itself: closing a document alone leaves the provider hanging for good. */
  end({ code, reason }: Ending): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.isRevoked = code === closeCodes.signedOut || code === closeCodes.forbidden;
    this.webSocket.resume();
    this.webSocket.close(code, reason);
    const cut = setTimeout(() => this.webSocket.terminate(), patience).unref();
    this.webSocket.once('close', () => clearTimeout(cut));
  }

  /** Reads no further while too much waits for the database. */
  received(bytes: number): void {
    this.waiting += bytes;
    if (this.waiting > mostWaiting) this.webSocket.pause();
  }

  handled(bytes: number): void {
    this.waiting = Math.max(0, this.waiting - bytes);
    if (this.waiting <= mostWaiting && this.webSocket.isPaused) this.webSocket.resume();
  }
}

/** What the hooks know of a connection. */
export interface SocketContext {
  socket: OpenSocket;
}
