import { Module } from '@nestjs/common';
import { PresenceController } from './presence.controller.ts';
import { Presence } from './presence.service.ts';

@Module({ controllers: [PresenceController], providers: [Presence], exports: [Presence] })
export class PresenceModule {}
