import { Module } from '@nestjs/common';
import { PublicSiteController, SettingsController } from './settings.controller.ts';
import { SettingsService } from './settings.service.ts';

@Module({
  controllers: [SettingsController, PublicSiteController],
  providers: [SettingsService],
  exports: [SettingsService],
})
export class SettingsModule {}
