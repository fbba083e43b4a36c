import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockedArticle } from '../articles/article-rows.ts';
import { Documents } from '../collaboration/documents.service.ts';
import { Edits } from '../collaboration/edits.service.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { freezeIfChanged } from './freeze.ts';

/** Somebody at work in an article: when they began, and the clock that runs while they pause. */
interface AtWork {
  since: number;
  timer: NodeJS.Timeout;
}

/** A change of details is told to every process, without who made it. */
const whoeverChangedDetails = 'details';

/**
 * Keeps what was written as a revision when somebody pauses: one for each person and pause, none without a change. What
 * others have written by then is in it and in their names too, so that their own pause may find nothing left to keep.
 * The log has every edit anyway; a crash in a pause costs the revision, not the words.
 */
@Injectable()
export class AutomaticRevisions implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(AutomaticRevisions.name);
  private readonly atWork = new Map<string, AtWork>();
  private readonly freezing = new Set<Promise<void>>();
  private hasStopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(Edits) private readonly edits: Edits,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onModuleInit(): void {
    this.edits.on((articleId, userId) => this.edited(articleId, userId));
    this.notices.on('article', (articleId) => this.edited(articleId, whoeverChangedDetails));
  }

  /** What was written since the last pause is kept now. */
  async beforeApplicationShutdown(): Promise<void> {
    this.hasStopped = true;
    for (const [key, { timer }] of this.atWork) {
      clearTimeout(timer);
      this.keep(key);
    }
    await Promise.all(this.freezing);
  }

  private edited(articleId: string, who: string): void {
    if (this.hasStopped) return;
    const key = `${articleId} ${who}`;
    const before = this.atWork.get(key);
    clearTimeout(before?.timer);
    const since = before?.since ?? Date.now();
    const left = since + this.timings.revisionAtMost - Date.now();
    const timer = setTimeout(() => this.keep(key), Math.max(0, Math.min(this.timings.revisionPause, left)));
    this.atWork.set(key, { since, timer: timer.unref() });
  }

  private keep(key: string): void {
    this.atWork.delete(key);
    const [articleId = ''] = key.split(' ');
    const freezing = this.dataSource
      .transaction((manager) => this.freeze(manager, articleId))
      .catch((error: unknown) => {
        this.logger.warn(`No version of ${articleId} was kept in this pause: ${String(error)}`);
      })
      .finally(() => this.freezing.delete(freezing));
    this.freezing.add(freezing);
  }

  private async freeze(manager: EntityManager, articleId: string): Promise<void> {
    const snapshot = await this.documents.snapshot(manager, articleId);
    await freezeIfChanged(manager, await lockedArticle(manager, articleId), snapshot);
  }
}
