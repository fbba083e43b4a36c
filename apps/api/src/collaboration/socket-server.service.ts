import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { collaborationPath } from '@broadsheet/types';
import { fastifyCookie } from '@fastify/cookie';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';
import { cookieName } from '../auth/session-cookie.ts';
import { SessionsService } from '../auth/sessions.service.ts';
import { ENV, type Env } from '../env.ts';
import { AppendQueue } from './append-queue.ts';
import { EditHooks } from './edit-hooks.service.ts';
import { endings } from './endings.ts';
import { isForArticle } from './message-name.ts';
import { OpenSocket, type SocketContext } from './open-socket.ts';
import { OpenSockets } from './open-sockets.service.ts';
import { OpeningHooks } from './opening-hooks.service.ts';

/** Bytes; a day offline in a long article is far below. */
const largestMessage = 8 * 1024 * 1024;
/** On stopping, edits on their way to the database and closing handshakes get this long, in milliseconds. */
const farewell = 5000;

/** The collaboration socket, on the same port as the API. */
@Injectable()
export class SocketServer implements OnModuleInit, OnModuleDestroy {
  private readonly webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });
  private readonly hocuspocus: Hocuspocus<SocketContext>;
  private readonly onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) =>
    void this.upgrade(request, stream, head);
  private hasStopped = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(AppendQueue) private readonly appends: AppendQueue,
    @Inject(OpeningHooks) opening: OpeningHooks,
    @Inject(EditHooks) edits: EditHooks,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.hocuspocus = new Hocuspocus<SocketContext>({
      quiet: true,
      maxPendingDocuments: 20,
      onAuthenticate: (payload) => opening.onAuthenticate(payload),
      onLoadDocument: (payload) => opening.onLoadDocument(payload),
      beforeUnloadDocument: (payload) => opening.beforeUnloadDocument(payload),
      connected: (payload) => opening.connected(payload),
      onDisconnect: (payload) => opening.onDisconnect(payload),
      beforeSync: (payload) => edits.beforeSync(payload),
      onStateless: (payload) => edits.onStateless(payload),
      beforeHandleAwareness: (payload) => edits.beforeHandleAwareness(payload),
      afterHandleMessage: (payload) => edits.afterHandleMessage(payload),
    });
  }

  onModuleInit(): void {
    this.server().on('upgrade', this.onUpgrade);
  }

  /** Clients are sent away to connect elsewhere; what they sent before is stored if the database lets us. */
  async onModuleDestroy(): Promise<void> {
    this.hasStopped = true;
    const open = this.sockets.all();
    for (const socket of open) socket.end(endings.goingAway);
    const until = Date.now() + farewell;
    while (Date.now() < until && !(this.appends.isIdle && this.sockets.all().length === 0)) await wait(20);
    for (const socket of open) socket.webSocket.terminate();
    this.server().off('upgrade', this.onUpgrade);
  }

  private server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }

  private async upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    const refusal = this.refusalOf(request);
    if (refusal)
      return void stream.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    const token = fastifyCookie.parse(request.headers.cookie ?? '')[cookieName(this.env)];
    const found = await this.find(token);
    this.webSockets.handleUpgrade(request, stream, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      if ('code' in found) webSocket.close(found.code, found.reason);
      else this.open(new OpenSocket(webSocket, token ?? '', found));
    });
  }

  /** Browsers send no preflight for sockets: the page's origin is all that keeps other sites out. */
  private refusalOf(request: IncomingMessage): string | null {
    if (this.hasStopped) return '503 Service Unavailable';
    if (request.url?.split('?')[0] !== collaborationPath) return '404 Not Found';
    return request.headers.origin === new URL(this.env.EDITOR_URL).origin ? null : '403 Forbidden';
  }

  private async find(token: string | undefined) {
    if (!token) return endings.signedOut;
    try {
      return (await this.sessions.find(token)) ?? endings.signedOut;
    } catch {
      return endings.notStored;
    }
  }

  private open(socket: OpenSocket): void {
    const { webSocket } = socket;
    if (this.hasStopped) return socket.end(endings.goingAway);
    if (!this.sockets.add(socket)) return socket.end(endings.tooMany);
    const client = this.hocuspocus.handleConnection(webSocket, new Request('http://localhost'), { socket });
    webSocket.on('message', (data: Buffer, isBinary: boolean) => {
      if (socket.hasEnded) return;
      if (!isBinary) return socket.end(endings.textFrame);
      if (!isForArticle(data)) return socket.end(endings.forbidden);
      socket.received(data.length);
      client.handleMessage(data);
    });
    webSocket.on('close', (code: number, reason: Buffer) => {
      socket.hasEnded = true;
      client.handleClose({ code, reason: reason.toString() });
      this.forget(socket);
    });
  }

  /** What was being opened is given up; what is open goes when its last edits are stored. */
  private forget(socket: OpenSocket): void {
    const opening = [...socket.articles].filter(([, connection]) => connection === null).map(([id]) => id);
    for (const articleId of opening) socket.articles.delete(articleId);
    if (socket.isGone) this.sockets.remove(socket);
    for (const articleId of opening) this.letGo(articleId);
  }

  /** A document that was kept for someone who then did not come. */
  private letGo(articleId: string): void {
    const document = this.hocuspocus.documents.get(articleId);
    if (document) void this.hocuspocus.unloadDocument(document);
  }
}
