import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import {
  publicSite,
  siteSettings,
  siteSettingsUpdate,
  type PublicSite,
  type SiteSettings,
  type SiteSettingsUpdate,
} from '@broadsheet/types';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { SettingsService } from './settings.service.ts';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(@Inject(SettingsService) private readonly settings: SettingsService) {}

  @Get()
  @Access('signed-in')
  @Answers(siteSettings)
  get(): Promise<SiteSettings> {
    return this.settings.get();
  }

  @Patch()
  @Access({ newsroom: 'settings.manage' })
  @Answers(siteSettings)
  update(@Body({ schema: siteSettingsUpdate }) input: SiteSettingsUpdate): Promise<SiteSettings> {
    return this.settings.update(input);
  }
}

@ApiTags('public')
@Controller('public/site')
export class PublicSiteController {
  constructor(@Inject(SettingsService) private readonly settings: SettingsService) {}

  @Get()
  @Access('public')
  @Answers(publicSite)
  site(): Promise<PublicSite> {
    return this.settings.publicSite();
  }
}
