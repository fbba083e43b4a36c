import { Global, Module } from '@nestjs/common';
import { OutgoingFetch, RESOLVE, resolveHost } from './outgoing-fetch.service.ts';

/** For every feature that fetches an address that somebody gave it. */
@Global()
@Module({
  providers: [OutgoingFetch, { provide: RESOLVE, useValue: resolveHost }],
  exports: [OutgoingFetch],
})
export class OutgoingModule {}
