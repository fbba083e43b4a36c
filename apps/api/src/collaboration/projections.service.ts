import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { mediaIn, relatePictures } from '../media/story-media.ts';
import { DocumentLog } from './document-log.ts';
import { LiveDocuments } from './live-documents.service.ts';
import { projectContent } from './projection.ts';

/** Every so many looks for lost notices there is one for texts that a crash left behind. */
const sweepEvery = 12;

/** Keeps what lists and search read level with the documents, at most a second behind an edit. */
@Injectable()
export class Projections implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Projections.name);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private interval: NodeJS.Timeout | null = null;
  private hasStopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(DocumentLog) private readonly log: DocumentLog,
    @Inject(LiveDocuments) private readonly documents: LiveDocuments,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onModuleInit(): void {
    this.interval = setInterval(() => void this.sweep(), this.timings.logPoll * sweepEvery).unref();
    this.notices.onGap(() => void this.sweep());
    void this.sweep();
  }

  onModuleDestroy(): void {
    this.hasStopped = true;
    if (this.interval) clearInterval(this.interval);
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** Soon, and once for all edits until then. */
  schedule(articleId: string): void {
    if (this.timers.has(articleId) || this.hasStopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(articleId);
      this.project(articleId).catch((error: unknown) => {
        this.logger.warn(`The texts of ${articleId} for lists are late: ${String(error)}`);
        this.schedule(articleId);
      });
    }, this.timings.projectionDelay);
    this.timers.set(articleId, timer);
  }

  /** Repairs what a crash or an absent database left behind. */
  async sweep(): Promise<void> {
    try {
      const rows: { id: string }[] = await this.dataSource.query(
        `select a.id from article a join document d on d.article_id = a.id where a.projected_seq < d.last_seq`,
      );
      for (const { id } of rows) this.schedule(id);
    } catch (error) {
      if (!this.hasStopped) this.logger.warn(`Could not look for late texts: ${String(error)}`);
    }
  }

  private async project(articleId: string): Promise<void> {
    const live = this.documents.get(articleId);
    const { ydoc, seq } = live && live.seq >= 0 && !live.isBehind ? live : await this.log.load(articleId);
    // first: after a crash between them the texts are not level, and both are done again
    const mediaIds = mediaIn(ydoc);
    await relatePictures(this.dataSource, articleId, mediaIds);
    await projectContent(this.dataSource, articleId, ydoc, seq, mediaIds);
    if (live?.ydoc !== ydoc) ydoc.destroy();
  }
}
