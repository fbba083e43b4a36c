import type { CrawlerSettings, Language, SiteTexts } from '@broadsheet/types';
import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** The one row of the site's settings. */
@Entity('site_settings')
@Check('ck_site_settings_one_row', 'id = 1')
@Check('ck_site_settings_default_is_live', 'default_language = any(live_languages)')
export class SiteSettings {
  @PrimaryColumn('smallint') id!: number;
  @Column('text') timeZone!: string;
  @Column('text') defaultLanguage!: Language;
  @Column('text', { array: true }) liveLanguages!: Language[];
  @Column('jsonb') texts!: Record<Language, SiteTexts>;
  @Column('boolean', { default: true }) showViews!: boolean;
  @Column('boolean', { default: false }) feedFullText!: boolean;
  @Column('jsonb', { default: { searchEngines: true, textVersions: true, aiTraining: false } })
  crawlers!: CrawlerSettings;
  @VersionColumn({ default: 1 }) version!: number;
}
