import { appStores, socialNetworks } from '@broadsheet/types';
import type { Language, LocalizedText, MenuItem, PublicRegion, PublicSite } from '@broadsheet/types';
import { yearIn } from '#lib/dates/format-date.ts';

/** A section, region, topic or author as one language shows it. */
export interface Named {
  id: string;
  slug: string;
  name: string;
  href: string;
}

export interface NamedRegion extends Named {
  railTitle: string;
  inRail: boolean;
}

export interface OutsideLink {
  label: string;
  href: string;
}

/** What every page of one language says around its own matter. */
export interface SiteView {
  language: Language;
  /** Of the languages that are live, in the site's order. */
  languages: readonly Language[];
  defaultLanguage: Language;
  timeZone: string;
  /** Where readers reach the site, without a slash at the end. */
  origin: string;
  name: string;
  description: string;
  sections: readonly Named[];
  regions: readonly NamedRegion[];
  menu: readonly MenuItem[];
  social: readonly OutsideLink[];
  apps: readonly OutsideLink[];
  followHeading: string;
  reuseTerms: string;
  copyright: string;
  sourceLine: string;
  crawlers: PublicSite['crawlers'];
  /** Version of the icons that are drawn with the name. */
  icon: string;
  /** Whether readers are told how often a story was read. */
  showViews: boolean;
  year: string;
}

const networkNames: Record<(typeof socialNetworks)[number], string> = {
  x: 'X / Twitter',
  youtube: 'YouTube',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
};
const storeNames: Record<(typeof appStores)[number], string> = {
  appStore: 'App Store',
  googlePlay: 'Google Play',
};

/** Picks one language out of the site's settings; what has no name in it is left out. */
export function toSiteView(site: PublicSite, language: Language, origin: string, now = Date.now()): SiteView {
  const texts = site.texts[language];
  return {
    language,
    languages: site.liveLanguages,
    defaultLanguage: site.defaultLanguage,
    timeZone: site.timeZone,
    origin,
    name: texts.name,
    description: texts.description,
    sections: named(site.sections, language, 'section'),
    regions: site.regions.flatMap((region) => toRegion(region, language)),
    menu: texts.menu,
    social: links(socialNetworks, texts.social, networkNames),
    apps: links(appStores, texts.apps, storeNames),
    followHeading: texts.followHeading,
    reuseTerms: texts.reuseTerms,
    copyright: texts.copyright,
    sourceLine: texts.sourceLine,
    crawlers: site.crawlers,
    icon: site.icons[language],
    showViews: site.showViews,
    year: yearIn(site.timeZone, now),
  };
}

function named(
  items: readonly { id: string; slug: string; names: LocalizedText }[],
  language: Language,
  kind: 'section' | 'region',
): Named[] {
  return items.flatMap(({ id, slug, names }) => {
    const name = names[language];
    return name === undefined ? [] : [{ id, slug, name, href: `/${language}/${kind}/${slug}` }];
  });
}

function toRegion(region: PublicRegion, language: Language): NamedRegion[] {
  return named([region], language, 'region').map((each) => ({
    ...each,
    railTitle: region.railTitles[language] ?? each.name,
    inRail: region.inRail,
  }));
}

function links<K extends string>(
  order: readonly K[],
  set: Partial<Record<K, string>>,
  names: Record<K, string>,
): OutsideLink[] {
  return order.flatMap((key) => {
    const href = set[key];
    return href === undefined || href === '' ? [] : [{ label: names[key], href }];
  });
}
