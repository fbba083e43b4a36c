import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { blockWords, markThread } from '@broadsheet/document';
import { commentLimits, type StartThreadInput, type Thread } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { readableArticle, type ArticleRow } from '../articles/article-rows.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { CommentNews } from './comment-news.service.ts';
import { commentableArticle, lockedThread, noThread, saidBefore } from './thread-access.ts';
import { findThread, threadsOf } from './thread-rows.ts';

interface Placed {
  quote: string;
  blockId: string | null;
}

/** Conversations about parts of an article: begun, resolved, opened again. */
@Injectable()
export class ThreadsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(CommentNews) private readonly news: CommentNews,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async list(person: Person, articleId: string): Promise<Thread[]> {
    await readableArticle(this.dataSource, person, articleId);
    return threadsOf(this.dataSource, articleId);
  }

  /**
   * Begins a thread. Its mark is set in the text in the same transaction, whoever comments: who may only read the text
   * may still say where they mean. Sent again, it is the thread that was begun the first time.
   * @throws DomainError NOT_FOUND, FORBIDDEN, STEP_NOT_ALLOWED, CHANGED_MEANWHILE, INPUT_INVALID
   */
  async start(person: Person, articleId: string, input: StartThreadInput): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const article = await commentableArticle(manager, person, articleId);
      const known = await saidBefore(manager, person, articleId, input.id);
      if (known) return answer(manager, known);
      await refuseTooMany(manager, articleId);
      const threadId = newId();
      const { quote, blockId } = await this.place(manager, article, threadId, input);
      await manager.query(
        `insert into comment_thread (id, article_id, place, block_id, quote, is_blocking, created_by_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [threadId, articleId, input.place.kind, blockId, quote, input.isBlocking, person.id],
      );
      const commentId = input.id ?? newId();
      await manager.query('insert into comment (id, thread_id, author_id, text) values ($1, $2, $3, $4)', [
        commentId,
        threadId,
        person.id,
        input.text,
      ]);
      await this.news.said(manager, article, person.id, { threadId, commentId, text: input.text });
      return answer(manager, threadId);
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async setBlocking(person: Person, threadId: string, isBlocking: boolean): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const { article } = await lockedThread(manager, person, threadId);
      await manager.query('update comment_thread set is_blocking = $2 where id = $1', [threadId, isBlocking]);
      await this.news.changed(manager, article.id);
      return answer(manager, threadId);
    });
  }

  /** Resolved twice, it stays resolved by the first. @throws DomainError NOT_FOUND, FORBIDDEN */
  async resolve(person: Person, threadId: string): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const { article, isResolved } = await lockedThread(manager, person, threadId);
      if (!isResolved) {
        await manager.query(
          'update comment_thread set resolved_at = now(), resolved_by_id = $2 where id = $1',
          [threadId, person.id],
        );
        await this.news.resolved(manager, article, person.id, threadId);
      }
      return answer(manager, threadId);
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async reopen(person: Person, threadId: string): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const { article } = await lockedThread(manager, person, threadId);
      await manager.query(
        'update comment_thread set resolved_at = null, resolved_by_id = null where id = $1',
        [threadId],
      );
      await this.news.changed(manager, article.id);
      return answer(manager, threadId);
    });
  }

  /** Where the thread stands, and what stands there now. */
  private async place(
    manager: EntityManager,
    article: ArticleRow,
    threadId: string,
    { place, quoteIfGone }: StartThreadInput,
  ): Promise<Placed> {
    if (place.kind === 'headline') return { quote: shortened(article.headline), blockId: null };
    const placed =
      place.kind === 'lead'
        ? await leadOf(manager, article)
        : await this.documents.annotate(manager, article.id, (ydoc): Placed | null => {
            if (place.kind === 'text')
              return markThread(ydoc, place.field, threadId, decoded(place.from), decoded(place.to));
            const words = blockWords(ydoc, place.blockId);
            return words === null ? null : { quote: shortened(words), blockId: place.blockId };
          });
    if (placed) return placed;
    if (quoteIfGone !== undefined)
      return { quote: quoteIfGone, blockId: place.kind === 'block' ? place.blockId : null };
    throw new DomainError(
      'CHANGED_MEANWHILE',
      'What you comment on is no longer there. Your words are still in the box; choose a place and send them again.',
    );
  }
}

export async function answer(manager: EntityManager, threadId: string): Promise<Thread> {
  const thread = await findThread(manager, threadId);
  if (!thread) throw noThread();
  return thread;
}

/** The lead picture that the story has now. */
async function leadOf(manager: EntityManager, { story_id: storyId }: ArticleRow): Promise<Placed | null> {
  const rows: Placed[] = await manager.query(
    `select m.id as "blockId", m.filename as quote from story s join media m on m.id = s.lead_media_id where s.id = $1`,
    [storyId],
  );
  return rows[0] ?? null;
}

async function refuseTooMany(manager: EntityManager, articleId: string): Promise<void> {
  const [row]: [{ count: number }] = await manager.query(
    'select count(*)::int as count from comment_thread where article_id = $1',
    [articleId],
  );
  if (row.count < commentLimits.threads) return;
  throw new DomainError(
    'STEP_NOT_ALLOWED',
    `An article holds at most ${commentLimits.threads} threads of comments. Nothing was sent; answer in one of them, or delete some of your own.`,
  );
}

const decoded = (position: string): Uint8Array => Buffer.from(position, 'base64');

function shortened(text: string): string {
  const letters = [...text];
  const most = commentLimits.quote;
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
