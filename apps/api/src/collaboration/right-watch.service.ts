import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ServerMessage } from '@broadsheet/types';
import type { Connection } from '@hocuspocus/server';
import { SessionsService } from '../auth/sessions.service.ts';
import { Notices } from '../database/notices.service.ts';
import { TIMINGS, type Timings } from '../env.ts';
import { ArticleAccess } from './article-access.service.ts';
import { endings } from './endings.ts';
import type { OpenSocket, SocketContext } from './open-socket.ts';
import { OpenSockets } from './open-sockets.service.ts';

const changed = JSON.stringify({ type: 'changed' } satisfies ServerMessage);

/**
 * Takes open sockets away from whoever may no longer use them, and tells open editors that an article changed or that
 * somebody commented on it.
 */
@Injectable()
export class RightWatch implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RightWatch.name);
  private work: Promise<void> = Promise.resolve();
  private interval: NodeJS.Timeout | null = null;
  /** A look failed, and with it perhaps the only word of a right that was taken away. */
  private hasMissed = false;

  constructor(
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(ArticleAccess) private readonly access: ArticleAccess,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(TIMINGS) private readonly timings: Timings,
  ) {}

  onModuleInit(): void {
    this.notices.on('session', (personId) => this.queue(() => this.recheck(this.sockets.of(personId))));
    this.notices.on('article', (articleId) => this.queue(() => this.articleChanged(articleId)));
    this.notices.on('comments', (articleId) => this.commented(articleId));
    this.notices.onGap(() => this.afterGap());
    this.interval = setInterval(() => this.queue(() => this.sweep()), this.timings.sessionRecheck).unref();
  }

  onModuleDestroy(): void {
    if (this.interval) clearInterval(this.interval);
  }

  private commented(articleId: string): void {
    this.sockets.tell(articleId, { type: 'comments' });
  }

  private afterGap(): void {
    this.queue(() => this.recheck(this.sockets.all()));
    for (const articleId of new Set(this.sockets.all().flatMap(({ articles }) => [...articles.keys()])))
      this.commented(articleId);
  }

  /** One after the other, so that an older answer never undoes a newer one. */
  private queue(task: () => Promise<void>): void {
    this.work = this.work.then(task).catch((error: unknown) => {
      this.hasMissed = true;
      this.logger.warn(`Could not check open sockets, and will again: ${String(error)}`);
    });
  }

  /** Ends sockets whose session is over; a session that writes is kept alive. */
  private async sweep(): Promise<void> {
    const open = this.sockets.all();
    if (open.length === 0) return;
    const isStale = await this.sessions.holding([...new Set(open.map(({ person }) => person.sessionId))]);
    for (const socket of open) if (!isStale.has(socket.person.sessionId)) socket.end(endings.signedOut);
    for (const socket of open.filter((each) => each.isInUse && !each.hasEnded)) {
      socket.isInUse = false;
      const { sessionId } = socket.person;
      if (!isStale.get(sessionId)) continue;
      await this.sessions.find(socket.token);
      isStale.set(sessionId, false);
    }
    if (!this.hasMissed) return;
    await this.recheck(this.sockets.all());
    this.hasMissed = false;
  }

  private async recheck(sockets: OpenSocket[]): Promise<void> {
    for (const socket of sockets) {
      const person = await this.sessions.find(socket.token);
      if (!person) {
        socket.end(endings.signedOut);
        continue;
      }
      socket.person = person;
      for (const articleId of socket.articles.keys()) await this.recheckArticle(socket, articleId);
    }
  }

  private async articleChanged(articleId: string): Promise<void> {
    for (const socket of this.sockets.withArticle(articleId)) {
      socket.articles.get(articleId)?.sendStateless(changed);
      await this.recheckArticle(socket, articleId);
    }
  }

  private async recheckArticle(socket: OpenSocket, articleId: string): Promise<void> {
    const right = await this.access.rightOf(socket.person, articleId);
    const connection = socket.articles.get(articleId);
    if (right === 'none') socket.end(endings.forbidden);
    else if (connection) {
      const hasChanged = socket.holdToSuggestions(articleId, right === 'suggest');
      restrict(socket, connection, right === 'read', hasChanged);
    }
    // still being opened, with a right that was asked for before the change
    else if (connection === null) socket.end(endings.again);
  }
}

function restrict(
  socket: OpenSocket,
  connection: Connection<SocketContext>,
  readOnly: boolean,
  hasChanged: boolean,
): void {
  const wasReadOnly = connection.readOnly;
  if (wasReadOnly === readOnly && !hasChanged) return;
  connection.readOnly = readOnly;
  connection.sendStateless(changed);
  // what was not taken from this connection meanwhile comes with the next one
  if (wasReadOnly && !readOnly) socket.end(endings.again);
}
