import { z } from 'zod';
import { version } from './common.ts';
import { languages } from './languages.ts';
import { language } from './localized.ts';

const webAddress = z.url({ protocol: /^https?$/ }).max(500);

/** Networks a site may be followed on; a link is shown only where it is set. */
export const socialNetworks = ['x', 'youtube', 'instagram', 'facebook', 'telegram'] as const;
export const appStores = ['appStore', 'googlePlay'] as const;

export const menuItem = z.strictObject({
  label: z.string().trim().min(1).max(60),
  /** An absolute web address, or a path of the site beginning with a slash. */
  href: z.union([
    webAddress,
    z
      .string()
      .regex(/^\/(?!\/)[^\s\\]*$/)
      .max(300),
  ]),
});
export type MenuItem = z.infer<typeof menuItem>;

/** All that a site says in one language. */
export const siteTexts = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(200),
    social: z.partialRecord(z.enum(socialNetworks), webAddress),
    apps: z.partialRecord(z.enum(appStores), webAddress),
    followHeading: z.string().trim().max(120),
    reuseTerms: z.string().trim().max(1000),
    copyright: z.string().trim().max(200),
    sourceLine: z.string().trim().max(120),
    menu: z.array(menuItem).max(20),
  })
  .meta({ id: 'SiteTexts' });
export type SiteTexts = z.infer<typeof siteTexts>;

/** Who may come and read the site by machine. What is refused here is asked for politely: see robots.txt. */
export const crawlerSettings = z
  .strictObject({
    /** Search engines may list the pages of the site. */
    searchEngines: z.boolean(),
    /** Articles are offered as Markdown, with an `llms.txt` that says so. */
    textVersions: z.boolean(),
    /** Crawlers that collect texts to train language models may read the site. */
    aiTraining: z.boolean(),
  })
  .meta({ id: 'CrawlerSettings' });
export type CrawlerSettings = z.infer<typeof crawlerSettings>;

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'Use an IANA time zone such as Asia/Baku.');

export const siteSettings = z
  .object({
    timeZone,
    defaultLanguage: language,
    liveLanguages: z.array(language).min(1),
    texts: z.record(language, siteTexts),
    /** Readers see how often an article was read. */
    showViews: z.boolean(),
    /** Feeds carry whole articles instead of their standfirsts. */
    feedFullText: z.boolean(),
    crawlers: crawlerSettings,
    version,
  })
  .meta({ id: 'SiteSettings' });
export type SiteSettings = z.infer<typeof siteSettings>;

export const siteSettingsUpdate = z
  .strictObject({
    timeZone: timeZone.optional(),
    defaultLanguage: language.optional(),
    liveLanguages: z.array(language).min(1).max(languages.length).optional(),
    texts: z.partialRecord(language, siteTexts).optional(),
    showViews: z.boolean().optional(),
    feedFullText: z.boolean().optional(),
    crawlers: crawlerSettings.optional(),
    version,
  })
  .meta({ id: 'SiteSettingsUpdate' });
export type SiteSettingsUpdate = z.infer<typeof siteSettingsUpdate>;
