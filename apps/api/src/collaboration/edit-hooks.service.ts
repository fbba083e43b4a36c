import { Inject, Injectable } from '@nestjs/common';
import { clientMessage, type ServerMessage } from '@broadsheet/types';
import type {
  afterHandleMessagePayload,
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  Connection,
  onStatelessPayload,
} from '@hocuspocus/server';
import { decodeUpdate } from 'yjs';
import { DomainError } from '../common/domain-error.ts';
import { droppedLetters } from './dropped-letters.ts';
import { Edits } from './edits.service.ts';
import { endings } from './endings.ts';
import type { LiveDocument } from './live-document.ts';
import { LiveDocuments } from './live-documents.service.ts';
import type { Ending, SocketContext } from './open-socket.ts';
import { Projections } from './projections.service.ts';
import { Refusal } from './refusal.ts';

/** Message types of y-protocols that carry an update. */
const syncStep2 = 1;
const update = 2;
/** Yjs' encoding of "nothing". */
const emptyUpdate = 2;

const endingOf = { broken: endings.broken, again: endings.again, forbidden: endings.forbidden };

/** What happens to a message of an open document: stored first, then applied, shown to others and acknowledged. */
@Injectable()
export class EditHooks {
  /** Connections from which an edit was not taken: nothing of theirs is called saved. */
  private readonly refused = new WeakSet<Connection>();

  constructor(
    @Inject(LiveDocuments) private readonly documents: LiveDocuments,
    @Inject(Projections) private readonly projections: Projections,
    @Inject(Edits) private readonly edits: Edits,
  ) {}

  /** Awaited before the update is applied, broadcast or acknowledged; the queue of each connection is serial. */
  async beforeSync({ connection, context, documentName, type, payload }: beforeSyncPayload<SocketContext>) {
    if ((type !== syncStep2 && type !== update) || payload.length <= emptyUpdate) return;
    const { socket } = context;
    if (socket.isRevoked) throw new Refusal(endings.signedOut);
    const live = this.documents.get(documentName);
    if (!live || live.ydoc !== connection.document) return this.endWith(context, endings.again);
    const bytes = payload.slice();
    if (type === syncStep2 && isUpdate(bytes) && live.contains(bytes)) return;
    if (connection.readOnly) return this.refuseReader(connection, context, bytes);
    const accepted = live.accept(bytes, socket.person, socket.suggestsIn.has(documentName));
    if (typeof accepted === 'string') return this.endWith(context, endingOf[accepted]);
    await this.store(live, accepted, connection, context);
    socket.isInUse = true;
    this.projections.schedule(documentName);
    this.edits.tell(documentName, socket.person.id);
    void this.lookForDropped(live, bytes, socket.person.id);
  }

  /** What somebody else took away before may come only now, for it was stored by another process or a request. */
  private async lookForDropped(live: LiveDocument, bytes: Uint8Array, userId: string): Promise<void> {
    await this.documents.levelled(live);
    const dropped = droppedLetters(live.ydoc, bytes);
    if (dropped.length > 0) this.edits.tellDropped(live.articleId, userId, dropped);
  }

  /** What a reader sends is never applied, not even to prove it. */
  private refuseReader(connection: Connection, context: SocketContext, bytes: Uint8Array): void {
    if (!isUpdate(bytes)) this.endWith(context, endings.broken);
    this.refused.add(connection);
  }

  private async store(
    live: LiveDocument,
    bytes: Uint8Array,
    connection: Connection,
    context: SocketContext,
  ): Promise<void> {
    try {
      await this.documents.store(live, bytes, context.socket.person.id, { source: 'connection', connection });
    } catch (error) {
      live.forget(bytes);
      const isOutdated = error instanceof DomainError && error.code === 'CHANGED_MEANWHILE';
      this.endWith(context, isOutdated ? endings.reload : endings.notStored);
    }
  }

  private endWith({ socket }: SocketContext, ending: Ending): never {
    socket.end(ending);
    throw new Refusal(ending);
  }

  /** The echo that "Saved" rests on: all messages before it have been stored. */
  onStateless({ connection, payload }: onStatelessPayload): Promise<void> {
    const message = clientMessage.safeParse(parsed(payload));
    if (message.success && !this.refused.has(connection)) {
      const answer: ServerMessage = { type: 'saved', n: message.data.n };
      connection.sendStateless(JSON.stringify(answer));
    }
    return Promise.resolve();
  }

  /** Nobody appears under another's name. */
  beforeHandleAwareness({ context, states }: beforeHandleAwarenessPayload<SocketContext>): Promise<void> {
    if (!context) return Promise.resolve();
    const { id, name, colour } = context.socket.person;
    for (const state of states.values()) {
      const user: unknown = state['user'];
      if (typeof user === 'object' && user !== null) state['user'] = { ...user, id, name, colour };
    }
    return Promise.resolve();
  }

  afterHandleMessage({ context, update: message }: afterHandleMessagePayload<SocketContext>): Promise<void> {
    context.socket.handled(message.length);
    return Promise.resolve();
  }
}

/** Whether it can be read at all. */
function isUpdate(bytes: Uint8Array): boolean {
  try {
    decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
