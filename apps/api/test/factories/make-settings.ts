import { languages, type Language, type SiteTexts } from '@broadsheet/types';
import type { TestApp } from '../create-test-app.ts';

export interface SettingsOptions {
  timeZone?: string;
  defaultLanguage?: Language;
  liveLanguages?: Language[];
}

/** The site's settings; replaces what was there. */
export async function makeSettings(test: TestApp, options: SettingsOptions = {}): Promise<void> {
  const texts = Object.fromEntries(languages.map((language) => [language, textsOf(language)]));
  await test.dataSource.query(
    `insert into site_settings (id, time_zone, default_language, live_languages, texts) values (1, $1, $2, $3, $4)
     on conflict (id) do update set time_zone = excluded.time_zone, default_language = excluded.default_language,
       live_languages = excluded.live_languages, texts = excluded.texts`,
    [
      options.timeZone ?? 'Asia/Baku',
      options.defaultLanguage ?? 'az',
      options.liveLanguages ?? [...languages],
      texts,
    ],
  );
}

const textsOf = (language: Language): SiteTexts => ({
  name: `The Caspian Post (${language})`,
  description: '',
  social: {},
  apps: {},
  followHeading: '',
  reuseTerms: '',
  copyright: '',
  sourceLine: '',
  menu: [],
});
