import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  CrawlerSettings,
  Language,
  PublicSite,
  SiteSettings,
  SiteSettingsUpdate,
  SiteTexts,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { iconVersions } from '../cards/card-version-sql.ts';
import { announceChange } from '../changes/announce-change.ts';
import { changedMeanwhile } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';

interface SettingsRow {
  time_zone: string;
  default_language: Language;
  live_languages: Language[];
  texts: Record<Language, SiteTexts>;
  show_views: boolean;
  feed_full_text: boolean;
  crawlers: CrawlerSettings;
  version: number;
}

/** What a site is called, in which languages it lives, and all that it says on every page. */
@Injectable()
export class SettingsService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  get(): Promise<SiteSettings> {
    return this.load(this.dataSource.manager);
  }

  /** Languages that are not named keep their texts. */
  async update({ version, ...input }: SiteSettingsUpdate): Promise<SiteSettings> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.load(manager, 'for update');
      if (before.version !== version) throw changedMeanwhile('the settings');
      const after = { ...before, ...input, texts: { ...before.texts, ...input.texts } };
      const liveLanguages = [...new Set(after.liveLanguages)];
      if (!liveLanguages.includes(after.defaultLanguage))
        throw new DomainError(
          'INPUT_INVALID',
          'The default language must be one that readers have. Nothing was changed.',
          [{ path: 'defaultLanguage', message: 'Choose one of the live languages.' }],
        );
      await manager.query(
        `update site_settings set time_zone = $1, default_language = $2, live_languages = $3, texts = $4,
                show_views = $5, feed_full_text = $6, crawlers = $7, version = version + 1`,
        [
          after.timeZone,
          after.defaultLanguage,
          liveLanguages,
          after.texts,
          after.showViews,
          after.feedFullText,
          after.crawlers,
        ],
      );
      await announceChange(manager, ['site']);
      return this.load(manager);
    });
  }

  /** What every page of the site needs, in one statement: settings, sections and regions in their order. */
  async publicSite(): Promise<PublicSite> {
    const [row]: { site: PublicSite }[] = await this.dataSource.query(
      `select json_build_object(
         'timeZone', s.time_zone, 'defaultLanguage', s.default_language, 'liveLanguages', s.live_languages,
         'texts', s.texts, 'showViews', s.show_views, 'feedFullText', s.feed_full_text, 'crawlers', s.crawlers,
         'icons', ${iconVersions},
         'sections', (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'names', names)
                                               order by position, id), '[]') from section where retired_at is null),
         'regions', (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'names', names,
                                               'railTitles', rail_titles, 'inRail', in_rail)
                                               order by position, id), '[]') from region where retired_at is null)
       ) as site from site_settings s`,
    );
    if (!row) throw missingSettings();
    return row.site;
  }

  private async load(manager: EntityManager, lock: '' | 'for update' = ''): Promise<SiteSettings> {
    const [row]: SettingsRow[] = await manager.query(`select * from site_settings where id = 1 ${lock}`);
    if (!row) throw missingSettings();
    return {
      timeZone: row.time_zone,
      defaultLanguage: row.default_language,
      liveLanguages: row.live_languages,
      texts: row.texts,
      showViews: row.show_views,
      feedFullText: row.feed_full_text,
      crawlers: row.crawlers,
      version: row.version,
    };
  }
}

/** A migration writes the one row, so its absence is a damaged database. */
const missingSettings = () => new Error('The row of site settings is missing from the database.');
