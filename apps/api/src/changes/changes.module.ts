import { Module } from '@nestjs/common';
import { ChangeFeed } from './change-feed.service.ts';
import { ChangesController } from './changes.controller.ts';
import { Relay } from './relay.service.ts';

@Module({ controllers: [ChangesController], providers: [Relay, ChangeFeed] })
export class ChangesModule {}
