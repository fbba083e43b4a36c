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
import type { LetterRange } from '../collaboration/dropped-letters.ts';
import { Edits } from '../collaboration/edits.service.ts';
import { OpenSockets } from '../collaboration/open-sockets.service.ts';
import { freeze } from './freeze.ts';

/** In milliseconds: letters that were on their way together come within it. */
const pause = 1000;

interface Late {
  articleId: string;
  userId: string;
  letters: LetterRange[];
  timer: NodeJS.Timeout;
}

/**
 * Words that were on their way while somebody restored a version, into a block that the restore took away: the version
 * kept of what stood before is frozen once more, with them, and whoever wrote them is told where they are.
 */
@Injectable()
export class LateWords implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(LateWords.name);
  private readonly waiting = new Map<string, Late>();
  private readonly keeping = new Set<Promise<void>>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(Edits) private readonly edits: Edits,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
  ) {}

  onModuleInit(): void {
    this.edits.onDrop((articleId, userId, letters) => {
      const key = `${articleId} ${userId}`;
      const before = this.waiting.get(key);
      clearTimeout(before?.timer);
      const timer = setTimeout(() => this.keep(key), pause).unref();
      this.waiting.set(key, { articleId, userId, letters: [...(before?.letters ?? []), ...letters], timer });
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const key of this.waiting.keys()) this.keep(key);
    await Promise.all(this.keeping);
  }

  private keep(key: string): void {
    const late = this.waiting.get(key);
    if (!late) return;
    this.waiting.delete(key);
    clearTimeout(late.timer);
    const { articleId, userId } = late;
    const keeping = this.dataSource
      .transaction((manager) => this.freeze(manager, late))
      .then((keptId) => {
        if (keptId !== null)
          this.sockets.tell(articleId, { type: 'late', keptId, letters: late.letters }, userId);
      })
      .catch((error: unknown) => {
        this.logger.warn(
          `Words that came after ${articleId} was restored are in its log alone: ${String(error)}`,
        );
      })
      .finally(() => this.keeping.delete(keeping));
    this.keeping.add(keeping);
  }

  /** @returns the version that holds them, or null if no restore took their place away. */
  private async freeze(manager: EntityManager, { articleId, userId, letters }: Late): Promise<string | null> {
    const restores: { seq: string }[] = await manager.query(
      `select distinct document_seq as seq from revision where article_id = $1 and reason = 'restored'
        order by document_seq desc`,
      [articleId],
    );
    for (const restore of restores) {
      // what stood before is at this place of the log, the restore itself at the next
      const seq = Number(restore.seq);
      const found = await this.documents.snapshotWithout(manager, articleId, seq + 1, letters);
      if (!found) continue;
      const article = await lockedArticle(manager, articleId);
      return (await freeze(manager, article, { ...found, seq }, 'restored', userId, [userId])).id;
    }
    return null;
  }
}
