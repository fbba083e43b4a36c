import { Module } from '@nestjs/common';
import { DeskEventsController } from './desk-events.controller.ts';
import { DeskEvents } from './desk-events.service.ts';

@Module({ controllers: [DeskEventsController], providers: [DeskEvents] })
export class DeskEventsModule {}
