import { Inject, Injectable, Logger } from '@nestjs/common';
import { schemaVersion } from '@broadsheet/document';
import { handshake } from '@broadsheet/types';
import type {
  beforeUnloadDocumentPayload,
  connectedPayload,
  onAuthenticatePayload,
  onDisconnectPayload,
  onLoadDocumentPayload,
} from '@hocuspocus/server';
import { DomainError } from '../common/domain-error.ts';
import { Presence } from '../presence/presence.service.ts';
import { ArticleAccess } from './article-access.service.ts';
import { endings } from './endings.ts';
import { LiveDocuments } from './live-documents.service.ts';
import type { Ending, OpenSocket, SocketContext } from './open-socket.ts';
import { OpenSockets } from './open-sockets.service.ts';
import { Refusal } from './refusal.ts';

/** Generous: the languages of a few stories in one tab. */
const mostArticles = 20;

/** What happens when a document is opened and left: who may, with which schema, and what it holds. */
@Injectable()
export class OpeningHooks {
  private readonly logger = new Logger(OpeningHooks.name);

  constructor(
    @Inject(ArticleAccess) private readonly access: ArticleAccess,
    @Inject(LiveDocuments) private readonly documents: LiveDocuments,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(Presence) private readonly presence: Presence,
  ) {}

  async onAuthenticate(payload: onAuthenticatePayload<SocketContext>): Promise<void> {
    const { context, documentName, token, connectionConfig } = payload;
    const { socket } = context;
    const ending = endingForVersion(token) ?? endingForNumber(socket);
    if (ending) return refuse(socket, ending);
    // noted before the question, so that a right lost meanwhile is looked at again
    socket.articles.set(documentName, null);
    const right = await this.access.rightOf(socket.person, documentName).catch(() => null);
    if (right === null) return refuse(socket, endings.notStored);
    if (right === 'none') return refuse(socket, endings.forbidden);
    connectionConfig.readOnly = right === 'read';
    socket.holdToSuggestions(documentName, right === 'suggest');
  }

  /** An article that cannot be read is refused: an empty document in its place would overwrite it. */
  async onLoadDocument({ document, documentName }: onLoadDocumentPayload<SocketContext>): Promise<void> {
    try {
      await this.documents.open(documentName, document);
    } catch (error) {
      this.logger.error(`The document of article ${documentName} cannot be loaded: ${String(error)}`);
      const isOutdated = error instanceof DomainError && error.code === 'CHANGED_MEANWHILE';
      const ending = isOutdated ? endings.reload : endings.notStored;
      for (const socket of this.sockets.withArticle(documentName)) socket.end(ending);
      throw new Refusal(ending);
    }
  }

  /**
   * Keeps a document that somebody is about to join, who would hold one that nobody else sees, or whose last edits
   * are still on their way to the log after the socket closed.
   */
  beforeUnloadDocument({ documentName }: beforeUnloadDocumentPayload): Promise<void> {
    if (this.sockets.withArticle(documentName).length > 0) return Promise.reject(new Refusal(endings.again));
    return Promise.resolve();
  }

  connected({ connection, context, documentName, instance }: connectedPayload<SocketContext>): Promise<void> {
    const { socket } = context;
    socket.articles.set(documentName, connection);
    this.presence.enter(documentName, socket.person.id);
    // the document may have been let go of in the very moment this connection joined it
    if (instance.documents.get(documentName) !== connection.document) socket.end(endings.again);
    return Promise.resolve();
  }

  /** A document closed alone leaves its provider hanging, so the socket goes too, and the client comes back. */
  onDisconnect({ context, documentName }: onDisconnectPayload<SocketContext>): Promise<void> {
    const { socket } = context;
    socket.articles.delete(documentName);
    this.presence.leave(documentName, socket.person.id);
    socket.end(endings.again);
    if (socket.isGone) this.sockets.remove(socket);
    return Promise.resolve();
  }
}

function refuse(socket: OpenSocket, ending: Ending): never {
  socket.end(ending);
  throw new Refusal(ending);
}

/** A page older than this process would delete what it does not know; one that is newer belongs to another process. */
function endingForVersion(token: string): Ending | null {
  const client = handshake.safeParse(safely(token));
  if (!client.success || client.data.schemaVersion < schemaVersion) return endings.reload;
  return client.data.schemaVersion > schemaVersion ? endings.again : null;
}

const endingForNumber = (socket: OpenSocket): Ending | null =>
  socket.articles.size >= mostArticles ? endings.tooMany : null;

function safely(token: string): unknown {
  try {
    return JSON.parse(token);
  } catch {
    return null;
  }
}
