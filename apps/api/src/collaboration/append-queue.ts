import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { toDomainError } from '../common/to-domain-error.ts';
import { ENV, TIMINGS, type Env, type Timings } from '../env.ts';
import { DocumentLog, type LogEntry } from './document-log.ts';

/** The database did not take an edit in time. Nothing of it was shown or acknowledged. */
class NotStoredError extends Error {}

interface Waiting extends LogEntry {
  until: number;
  done: (seq: number) => void;
  fail: (error: unknown) => void;
}

const passing = new Set(['DATABASE_UNAVAILABLE', 'OVERLOADED', 'STORAGE_FULL']);
const mostAtOnce = 200;

/**
 * Appends in order, one statement at a time for each document: what arrives meanwhile goes together in the next.
 * While the database is away it tries again, until an edit has waited `storeRetryLimit`.
 */
@Injectable()
export class AppendQueue {
  private readonly logger = new Logger(AppendQueue.name);
  private readonly queues = new Map<string, Waiting[]>();
  private readonly turns: (() => void)[] = [];
  private free: number;

  constructor(
    @Inject(DocumentLog) private readonly log: DocumentLog,
    @Inject(TIMINGS) private readonly timings: Timings,
    @Inject(ENV) env: Env,
  ) {
    this.free = Math.max(1, Math.floor(env.DATABASE_POOL / 2));
  }

  /**
   * @returns the update's position in the log, once it is stored.
   * @throws NotStoredError when the database stayed away too long.
   */
  append(articleId: string, entry: LogEntry): Promise<number> {
    return new Promise((done, fail) => {
      const until = Date.now() + this.timings.storeRetryLimit;
      const waiting: Waiting = { ...entry, until, done, fail };
      const queue = this.queues.get(articleId);
      if (queue) return void queue.push(waiting);
      this.queues.set(articleId, [waiting]);
      void this.drain(articleId);
    });
  }

  /** Whether a statement for this document is on its way. */
  isBusy(articleId: string): boolean {
    return this.queues.has(articleId);
  }

  /** Whether anything at all is on its way. */
  get isIdle(): boolean {
    return this.queues.size === 0;
  }

  private async drain(articleId: string): Promise<void> {
    const queue = this.queues.get(articleId) ?? [];
    for (let pause = 50; queue.length > 0; pause = Math.min(pause * 2, 2000)) {
      const batch = queue.slice(0, mostAtOnce);
      try {
        const last = await this.inTurn(() => this.attempt(articleId, batch));
        queue.splice(0, batch.length);
        batch.forEach((each, index) => each.done(last - batch.length + 1 + index));
        pause = 25;
      } catch (error) {
        this.giveUp(queue, batch, error);
        if (queue.length > 0) await wait(pause);
      }
    }
    this.queues.delete(articleId);
  }

  /** Refuses what waited too long or can never be stored; the rest stays for the next attempt. */
  private giveUp(queue: Waiting[], batch: Waiting[], error: unknown): void {
    const isPassing = error instanceof NotStoredError || passing.has(toDomainError(error)?.code ?? '');
    const lost = isPassing ? batch.filter((each) => each.until <= Date.now()) : batch;
    for (const each of lost) {
      queue.splice(queue.indexOf(each), 1);
      each.fail(isPassing ? new NotStoredError('The database is away.') : error);
    }
    if (lost.length > 0)
      this.logger.error(
        `${lost.length} edits could not be stored and were not acknowledged: ${String(error)}`,
      );
  }

  /** One attempt, no longer than the oldest edit may wait: a frozen connection must not hold the others. */
  private async attempt(articleId: string, batch: Waiting[]): Promise<number> {
    const left = Math.max(0, (batch[0]?.until ?? 0) - Date.now());
    let limit: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, fail) => {
      limit = setTimeout(() => fail(new NotStoredError('The database did not answer in time.')), left);
    });
    try {
      return await Promise.race([this.log.append(articleId, batch), expired]);
    } finally {
      clearTimeout(limit);
    }
  }

  /** Half of the pool at most, so that documents never take every connection from the rest of the newsroom. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((go) => this.turns.push(go));
    try {
      return await work();
    } finally {
      const next = this.turns.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
