import { Inject, Injectable } from '@nestjs/common';
import { mentionsIn } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';
import type { ArticleRow } from '../articles/article-rows.ts';
import { DomainError } from '../common/domain-error.ts';
import { Notices } from '../database/notices.service.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { Colleagues } from './colleagues.service.ts';

/** What was said, and where. */
interface Said {
  threadId: string;
  commentId: string;
  text: string;
}

/** Who is told of a comment: open editors of the article, people called by name, and those who take part. */
@Injectable()
export class CommentNews {
  constructor(
    @Inject(Colleagues) private readonly colleagues: Colleagues,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /**
   * Tells of a new comment.
   * @throws DomainError INPUT_INVALID when it calls somebody who may not read the story.
   */
  async said(manager: EntityManager, article: ArticleRow, byId: string, said: Said): Promise<void> {
    const called = await this.called(manager, article, said.text, byId);
    const others = (await participants(manager, said.threadId)).filter(
      (id) => id !== byId && !called.includes(id),
    );
    const readers = await this.colleagues.readers(manager, article, others);
    const news = { byId, threadId: said.threadId, commentId: said.commentId };
    await this.notifications.tell(manager, called, { ...news, kind: 'mention' });
    await this.notifications.tell(
      manager,
      readers.map(({ id }) => id),
      { ...news, kind: 'reply' },
    );
    await this.changed(manager, article.id);
  }

  /** Tells those who are called now and were not before. @throws DomainError INPUT_INVALID as `said` does. */
  async rewritten(
    manager: EntityManager,
    article: ArticleRow,
    byId: string,
    said: Said,
    before: string,
  ): Promise<void> {
    const known = mentionsIn(before);
    const called = await this.called(manager, article, said.text, byId, known);
    const news = { kind: 'mention', byId, threadId: said.threadId, commentId: said.commentId } as const;
    await this.notifications.tell(manager, called, news);
    await this.changed(manager, article.id);
  }

  async resolved(manager: EntityManager, article: ArticleRow, byId: string, threadId: string): Promise<void> {
    const others = (await participants(manager, threadId)).filter((id) => id !== byId);
    const readers = await this.colleagues.readers(manager, article, others);
    const ids = readers.map(({ id }) => id);
    await this.notifications.tell(manager, ids, { kind: 'resolved', byId, threadId, commentId: null });
    await this.changed(manager, article.id);
  }

  /** Open editors of the article ask again, once the transaction is through. */
  async changed(manager: EntityManager, articleId: string): Promise<void> {
    await this.notices.send(manager, 'comments', articleId);
  }

  /** Whom the words call anew. Only people who may read the story: a name tells nobody else of it. */
  private async called(
    manager: EntityManager,
    article: ArticleRow,
    text: string,
    byId: string,
    known: readonly string[] = [],
  ): Promise<string[]> {
    const ids = mentionsIn(text).filter((id) => !known.includes(id));
    const readers = (await this.colleagues.readers(manager, article, ids)).map(({ id }) => id);
    if (readers.length < ids.length)
      throw new DomainError(
        'INPUT_INVALID',
        'Somebody called by name here may not read this story. Nothing was sent; take the name out and try again.',
        [{ path: 'text', message: 'Somebody called here may not read this story.' }],
      );
    return readers.filter((id) => id !== byId);
  }
}

/** Whoever said something that still stands. */
async function participants(manager: EntityManager, threadId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'select distinct author_id as id from comment where thread_id = $1 and deleted_at is null',
    [threadId],
  );
  return rows.map(({ id }) => id);
}
