import { Global, Module } from '@nestjs/common';
import { DocumentLog } from './document-log.ts';
import { Documents } from './documents.service.ts';

/** Writing together: the log of every document, the socket and what is derived from them. */
@Global()
@Module({
  providers: [DocumentLog, Documents],
  exports: [Documents],
})
export class CollaborationModule {}
