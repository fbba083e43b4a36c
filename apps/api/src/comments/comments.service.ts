import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { unmarkThread } from '@broadsheet/document';
import { commentLimits, type CommentInput, type Thread } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { ArticleRow } from '../articles/article-rows.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { CommentNews } from './comment-news.service.ts';
import { lockedThread, saidBefore } from './thread-access.ts';
import { answer } from './threads.service.ts';

interface OwnComment {
  threadId: string;
  text: string;
  article: ArticleRow;
}

/** What is said in a thread: answered, put in other words, taken back. */
@Injectable()
export class CommentsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(CommentNews) private readonly news: CommentNews,
  ) {}

  /**
   * A resolved thread takes answers too and stays resolved: whoever wrote while it was closed loses no word.
   * @throws DomainError NOT_FOUND, FORBIDDEN, STEP_NOT_ALLOWED, INPUT_INVALID
   */
  async reply(person: Person, threadId: string, { id, text }: CommentInput): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const { article } = await lockedThread(manager, person, threadId);
      const known = await saidBefore(manager, person, article.id, id);
      if (known) return answer(manager, known);
      await refuseTooMany(manager, threadId);
      const commentId = id ?? newId();
      await manager.query('insert into comment (id, thread_id, author_id, text) values ($1, $2, $3, $4)', [
        commentId,
        threadId,
        person.id,
        text,
      ]);
      await this.news.said(manager, article, person.id, { threadId, commentId, text });
      return answer(manager, threadId);
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN for another's, INPUT_INVALID */
  async rewrite(person: Person, commentId: string, text: string): Promise<Thread> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.own(manager, person, commentId);
      await manager.query('update comment set text = $2, edited_at = now() where id = $1', [commentId, text]);
      const said = { threadId: before.threadId, commentId, text };
      await this.news.rewritten(manager, before.article, person.id, said, before.text);
      return answer(manager, before.threadId);
    });
  }

  /**
   * Takes back one's own words; with the last of a thread goes the thread, and its mark in the text.
   * @throws DomainError NOT_FOUND, FORBIDDEN for another's
   */
  async remove(person: Person, commentId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { threadId, article } = await this.own(manager, person, commentId);
      await manager.query(`update comment set text = '', deleted_at = now() where id = $1`, [commentId]);
      await this.news.changed(manager, article.id);
      const left: unknown[] = await manager.query(
        'select 1 from comment where thread_id = $1 and deleted_at is null limit 1',
        [threadId],
      );
      if (left.length > 0) return;
      await this.documents.annotate(manager, article.id, (ydoc) => unmarkThread(ydoc, threadId));
      await manager.query('delete from comment_thread where id = $1', [threadId]);
    });
  }

  private async own(manager: EntityManager, person: Person, commentId: string): Promise<OwnComment> {
    const find = 'select thread_id, author_id, text from comment where id = $1 and deleted_at is null';
    const [named]: { thread_id: string }[] = await manager.query(find, [commentId]);
    if (!named) throw noComment();
    const { article } = await lockedThread(manager, person, named.thread_id);
    // as it is now that nobody else changes the thread
    const [row]: { author_id: string; text: string }[] = await manager.query(find, [commentId]);
    if (!row) throw noComment();
    if (row.author_id !== person.id)
      throw new DomainError(
        'FORBIDDEN',
        'Only who wrote a comment may change or delete it. Nothing was changed.',
      );
    return { threadId: named.thread_id, text: row.text, article };
  }
}

async function refuseTooMany(manager: EntityManager, threadId: string): Promise<void> {
  const [row]: [{ count: number }] = await manager.query(
    'select count(*)::int as count from comment where thread_id = $1',
    [threadId],
  );
  if (row.count < commentLimits.comments) return;
  throw new DomainError(
    'STEP_NOT_ALLOWED',
    `A thread holds at most ${commentLimits.comments} comments. Nothing was sent; begin another thread.`,
  );
}

const noComment = () =>
  new DomainError('NOT_FOUND', 'This comment is no longer here, or you may not read it.');
