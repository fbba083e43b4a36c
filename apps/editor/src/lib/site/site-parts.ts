import {
  type appStores,
  languageNames,
  siteTexts,
  type socialNetworks,
  type CrawlerSettings,
  type Language,
  type MenuItem,
  type SiteSettings,
  type SiteSettingsUpdate,
  type SiteTexts,
} from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';
import type { Part, SavedRecord } from '#lib/saving/saved-record.svelte.ts';

export type SitePatch = Omit<SiteSettingsUpdate, 'version'>;
export type SiteRecord = SavedRecord<SiteSettings, SitePatch>;
type SitePart<Value> = Part<SiteSettings, SitePatch, Value>;

export const plainTexts = [
  'name',
  'description',
  'followHeading',
  'reuseTerms',
  'copyright',
  'sourceLine',
] as const;
export type PlainText = (typeof plainTexts)[number];
export type Network = (typeof socialNetworks)[number];
export type Store = (typeof appStores)[number];

export const timeZonePart: SitePart<string> = {
  key: 'timeZone',
  read: (site) => site.timeZone,
  patch: (_site, timeZone) => ({ timeZone }),
  show: (zone) => zone,
};

export const defaultLanguagePart: SitePart<Language> = {
  key: 'defaultLanguage',
  read: (site) => site.defaultLanguage,
  patch: (_site, defaultLanguage) => ({ defaultLanguage }),
  show: (language) => languageNames[language],
};

export const liveLanguagesPart: SitePart<Language[]> = {
  key: 'liveLanguages',
  read: (site) => site.liveLanguages,
  patch: (_site, liveLanguages) => ({ liveLanguages }),
  show: (all) => all.map((language) => languageNames[language]).join(', '),
};

export type Choice = 'showViews' | 'feedFullText' | keyof CrawlerSettings;

/** One switch of the site; the others stay as they are. */
export function choicePart(choice: Choice): SitePart<boolean> {
  const show = (on: boolean) => (on ? m.on() : m.off());
  if (choice === 'showViews' || choice === 'feedFullText')
    return {
      key: choice,
      read: (site) => site[choice],
      patch: (_site, on) => ({ [choice]: on }),
      show,
    };
  return {
    key: choice,
    read: (site) => site.crawlers[choice],
    patch: (site, on) => ({ crawlers: { ...site.crawlers, [choice]: on } }),
    show,
  };
}

function textsPart<Value>(
  language: Language,
  name: string,
  read: (texts: SiteTexts) => Value,
  write: (texts: SiteTexts, value: Value) => SiteTexts,
  show: (value: Value) => string,
): SitePart<Value> {
  return {
    key: `${language}-${name}`,
    read: (site) => read(site.texts[language]),
    patch: (site, value) => ({ texts: { [language]: write(site.texts[language], value) } }),
    show,
  };
}

export function textPart(language: Language, name: PlainText): SitePart<string> {
  return textsPart(
    language,
    name,
    (texts) => texts[name],
    (texts, text) => ({ ...texts, [name]: text }),
    (text) => text,
  );
}

/** An empty address takes the link away. */
export function socialPart(language: Language, network: Network): SitePart<string> {
  return textsPart(
    language,
    network,
    (texts) => texts.social[network] ?? '',
    (texts, address) => ({ ...texts, social: withLink(texts.social, network, address) }),
    (address) => address,
  );
}

/** An empty address takes the link away. */
export function appPart(language: Language, store: Store): SitePart<string> {
  return textsPart(
    language,
    store,
    (texts) => texts.apps[store] ?? '',
    (texts, address) => ({ ...texts, apps: withLink(texts.apps, store, address) }),
    (address) => address,
  );
}

export function menuPart(language: Language): SitePart<MenuItem[]> {
  return textsPart(
    language,
    'menu',
    (texts) => texts.menu,
    (texts, menu) => ({ ...texts, menu }),
    (menu) => menu.map(({ label }) => label).join(', '),
  );
}

function withLink<Key extends string>(
  links: Partial<Record<Key, string>>,
  key: Key,
  address: string,
): Partial<Record<Key, string>> {
  const next = { ...links };
  if (address) next[key] = address;
  else delete next[key];
  return next;
}

/** Whether a web address can be saved; empty is fine. */
export function isAddress(text: string): boolean {
  return text === '' || siteTexts.shape.social.safeParse({ x: text }).success;
}

/** The longest text that fits, in characters. */
export const longest: Record<PlainText, number> = {
  name: 80,
  description: 200,
  followHeading: 120,
  reuseTerms: 1000,
  copyright: 200,
  sourceLine: 120,
};

/** Whether a language lacks a text that the default language has. */
export function lacksTexts(site: SiteSettings, language: Language): boolean {
  const all = site.texts[site.defaultLanguage];
  return plainTexts.some((name) => all[name] !== '' && site.texts[language][name] === '');
}
