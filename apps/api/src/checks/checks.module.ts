import { Module } from '@nestjs/common';
import { ChecksController } from './checks.controller.ts';
import { ChecksService } from './checks.service.ts';

@Module({ controllers: [ChecksController], providers: [ChecksService], exports: [ChecksService] })
export class ChecksModule {}
