import {
  SuggestionGuard,
  carryOut,
  unseenMoves,
  type GuardedPerson,
  type Overstep,
  type UnseenMove,
} from '@broadsheet/document';
import * as Y from 'yjs';
import type { LogPart } from './document-log.ts';

/** Marks changes that came from the log rather than from a connection of this process. */
const fromLog = { source: 'local', skipStoreHooks: true } as const;

/** Why an update is not taken. */
export type Rejection = 'broken' | 'again' | 'forbidden';

/**
 * A document that this process holds. It has applied every update of the log up to `seq`; a second copy proves each
 * update from outside before it may enter the log, because one that cannot be applied would make every later load fail.
 */
export class LiveDocument {
  readonly articleId: string;
  readonly ydoc: Y.Doc;
  /** Up to here everything is applied. */
  seq = -1;
  /** The log is known to reach at least this far. */
  noticed = 0;
  /** Rows of the log that no snapshot stands for yet, as far as this process knows. */
  rows = 0;
  private proof = new Y.Doc();
  private guard = new SuggestionGuard(this.proof);
  /** Accepted, and not applied yet because they are on their way into the log. */
  private readonly waiting = new Set<Uint8Array>();

  constructor(articleId: string, ydoc: Y.Doc) {
    this.articleId = articleId;
    this.ydoc = ydoc;
  }

  /** Whether the log holds something that is not applied here. */
  get isBehind(): boolean {
    return this.noticed > this.seq;
  }

  /**
   * Proves that the update can be applied, and does no more than this person may: forge nobody's suggestions and, for who
   * may only suggest, change nothing else. What is not accepted leaves no trace.
   * @returns what is to be stored: the update, with letters of others put right that its maker had not seen
   */
  accept(bytes: Uint8Array, person: GuardedPerson, onlySuggests: boolean): Uint8Array | Rejection {
    let moves: UnseenMove[] = [];
    const look = (transaction: Y.Transaction) => (moves = unseenMoves(transaction, bytes));
    const apply = () => {
      this.proof.once('beforeObserverCalls', look);
      Y.applyUpdate(this.proof, bytes);
    };
    const rejection = this.tried(() =>
      onlySuggests ? this.guard.suggest(apply, person) : this.guard.write(apply, person),
    );
    this.proof.off('beforeObserverCalls', look);
    if (rejection) {
      this.proveAnew();
      return rejection;
    }
    const accepted = moves.length > 0 ? Y.mergeUpdates([bytes, ...this.putRight(moves)]) : bytes;
    this.waiting.add(accepted);
    return accepted;
  }

  private putRight(moves: readonly UnseenMove[]): Uint8Array[] {
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => void updates.push(update);
    this.proof.on('update', note);
    carryOut(this.proof, moves);
    this.proof.off('update', note);
    return updates;
  }

  /** An accepted update will not be stored. */
  forget(bytes: Uint8Array): void {
    if (this.waiting.delete(bytes)) this.proveAnew();
  }

  private tried(attempt: () => Overstep | null): Rejection | null {
    try {
      const overstep = attempt();
      if (overstep === null) return null;
      return overstep === 'again' ? 'again' : 'forbidden';
    } catch {
      return 'broken';
    }
  }

  private proveAnew(): void {
    this.proof.destroy();
    this.proof = new Y.Doc();
    Y.applyUpdate(this.proof, Y.encodeStateAsUpdate(this.ydoc));
    for (const bytes of this.waiting) Y.applyUpdate(this.proof, bytes);
    this.guard = new SuggestionGuard(this.proof);
  }

  /** Whether the document holds all that the update brings. */
  contains(bytes: Uint8Array): boolean {
    return Y.snapshotContainsUpdate(Y.snapshot(this.ydoc), bytes);
  }

  /** Applies an update that is stored at `seq` already. */
  applyStored(bytes: Uint8Array, seq: number, origin: unknown): void {
    Y.applyUpdate(this.ydoc, bytes, origin);
    this.waiting.delete(bytes);
    this.rows += 1;
    this.noticed = Math.max(this.noticed, seq);
    if (seq === this.seq + 1) this.seq = seq;
  }

  /** Applies what was read from the log beyond `seq`. */
  applyPart(part: LogPart): void {
    for (const bytes of part.updates) {
      Y.applyUpdate(this.ydoc, bytes, fromLog);
      Y.applyUpdate(this.proof, bytes);
    }
    this.rows += part.rows;
    this.seq = Math.max(this.seq, part.seq);
    this.noticed = Math.max(this.noticed, part.seq);
  }

  destroy(): void {
    this.proof.destroy();
  }
}
