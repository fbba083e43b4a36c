import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type * as Y from 'yjs';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { AppendQueue } from './append-queue.ts';
import { DocumentLog } from './document-log.ts';
import { LiveDocument } from './live-document.ts';

/** So many rows behind the snapshot are merged into it. */
const compactAfter = 500;
/** On closing, fewer rows than this are left as they are: reading them costs less than writing a snapshot. */
const compactOnClose = 20;

/** The documents that this process holds, kept level with the log by notices and, should one be lost, by looking. */
@Injectable()
export class LiveDocuments implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveDocuments.name);
  private readonly documents = new Map<string, LiveDocument>();
  private readonly reading = new Map<LiveDocument, Promise<void>>();
  private readonly compacting = new Set<string>();
  private poll: NodeJS.Timeout | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(DocumentLog) private readonly log: DocumentLog,
    @Inject(AppendQueue) private readonly appends: AppendQueue,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onModuleInit(): void {
    this.notices.on('document', (payload) => this.noticed(payload));
    this.notices.onGap(() => void this.look());
    this.poll = setInterval(() => void this.look(), this.timings.logPoll).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.poll) clearInterval(this.poll);
  }

  /** How many documents this process holds. */
  get count(): number {
    return this.documents.size;
  }

  get(articleId: string): LiveDocument | undefined {
    return this.documents.get(articleId);
  }

  /** Fills an empty document from the log and keeps it level from then on. */
  async open(articleId: string, ydoc: Y.Doc): Promise<LiveDocument> {
    const live = new LiveDocument(articleId, ydoc);
    this.documents.set(articleId, live);
    ydoc.once('destroy', () => this.close(live));
    try {
      live.applyPart(await this.log.read(articleId));
    } catch (error) {
      ydoc.destroy();
      throw error;
    }
    this.level(live);
    return live;
  }

  /** Stores an update, then applies it. */
  async store(live: LiveDocument, bytes: Uint8Array, userId: string, origin: unknown): Promise<void> {
    const seq = await this.appends.append(live.articleId, { bytes, userId });
    live.applyStored(bytes, seq, origin);
    if (live.rows > compactAfter) void this.compact(live);
    // others of the same statement are applied in this very turn: only then is it known what is missing
    if (live.isBehind) setImmediate(() => this.level(live));
  }

  /** Resolves once what was stored by others before an edit just stored is applied, too. */
  async levelled(live: LiveDocument): Promise<void> {
    if (!live.isBehind) return;
    await nextTurn();
    this.level(live);
    await this.reading.get(live);
  }

  private close(live: LiveDocument): void {
    if (this.documents.get(live.articleId) === live) this.documents.delete(live.articleId);
    live.destroy();
    if (live.rows >= compactOnClose) void this.compact(live);
  }

  private noticed(payload: string): void {
    const [articleId = '', seq = ''] = payload.split(' ');
    const live = this.documents.get(articleId);
    if (!live) return;
    live.noticed = Math.max(live.noticed, Number(seq));
    // while an edit of ours is on its way, its own answer will tell whether anything is missing
    if (!this.appends.isBusy(articleId)) this.level(live);
  }

  /** Reads what the document lacks. */
  private level(live: LiveDocument): void {
    if (live.seq < 0 || !live.isBehind || this.reading.has(live)) return;
    const read = this.catchUp(live)
      .catch((error: unknown) => this.logger.error(`Could not read edits of others: ${String(error)}`))
      .finally(() => this.reading.delete(live));
    this.reading.set(live, read);
  }

  private async catchUp(live: LiveDocument): Promise<void> {
    while (live.isBehind && this.documents.get(live.articleId) === live)
      live.applyPart(await this.log.read(live.articleId, live.seq));
  }

  /** Asks how far each log reaches, for notices that never came. */
  private async look(): Promise<void> {
    if (this.documents.size === 0) return;
    try {
      const rows: { article_id: string; last_seq: string }[] = await this.dataSource.query(
        'select article_id, last_seq from document where article_id = any($1)',
        [[...this.documents.keys()]],
      );
      for (const row of rows) this.noticed(`${row.article_id} ${row.last_seq}`);
    } catch (error) {
      this.logger.warn(`Could not look for edits of other processes: ${String(error)}`);
    }
  }

  private async compact(live: LiveDocument): Promise<void> {
    if (this.compacting.has(live.articleId)) return;
    this.compacting.add(live.articleId);
    live.rows = 0;
    try {
      await this.log.compact(live.articleId);
    } catch (error) {
      this.logger.warn(`Could not compact a log, which costs only room: ${String(error)}`);
    } finally {
      this.compacting.delete(live.articleId);
    }
  }
}
