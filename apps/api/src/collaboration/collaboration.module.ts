import { Global, Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module.ts';
import { AppendQueue } from './append-queue.ts';
import { ArticleAccess } from './article-access.service.ts';
import { DocumentLog } from './document-log.ts';
import { Documents } from './documents.service.ts';
import { EditHooks } from './edit-hooks.service.ts';
import { Edits } from './edits.service.ts';
import { LiveDocuments } from './live-documents.service.ts';
import { OpeningHooks } from './opening-hooks.service.ts';
import { OpenSockets } from './open-sockets.service.ts';
import { Projections } from './projections.service.ts';
import { RightWatch } from './right-watch.service.ts';
import { SocketServer } from './socket-server.service.ts';

/** Writing together: the log of every document, the socket and what is derived from them. */
@Global()
@Module({
  imports: [PresenceModule],
  providers: [
    AppendQueue,
    ArticleAccess,
    DocumentLog,
    Documents,
    EditHooks,
    Edits,
    LiveDocuments,
    OpeningHooks,
    OpenSockets,
    Projections,
    RightWatch,
    SocketServer,
  ],
  exports: [Documents, Edits, OpenSockets],
})
export class CollaborationModule {}
