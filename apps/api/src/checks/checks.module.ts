import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.ts';
import { ChecksController } from './checks.controller.ts';
import { ChecksService } from './checks.service.ts';

@Module({
  imports: [LinksModule],
  controllers: [ChecksController],
  providers: [ChecksService],
  exports: [ChecksService],
})
export class ChecksModule {}
