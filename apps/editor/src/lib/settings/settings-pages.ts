import type { Action } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

type May = (action: Action) => boolean;

/** The pages of the settings, in order, each with the right that it needs. */
const settingsPages = [
  { href: '/settings/people', label: m.settings_people, action: 'user.manage', group: 'newsroom' },
  { href: '/settings/authors', label: m.settings_authors, action: 'author.manage', group: 'newsroom' },
  { href: '/settings/sections', label: m.settings_sections, action: 'section.manage', group: 'order' },
  { href: '/settings/regions', label: m.settings_regions, action: 'region.manage', group: 'order' },
  { href: '/settings/topics', label: m.settings_topics, action: 'topic.manage', group: 'order' },
  { href: '/settings/site', label: m.settings_site, action: 'settings.manage', group: 'site' },
] as const satisfies readonly { href: string; label: () => string; action: Action; group: string }[];

/** The pages that a person may use. */
export function pagesFor(may: May) {
  return settingsPages.filter((page) => may(page.action));
}

/** Whether there is anything in the settings for this person. */
export function mayManage(may: May): boolean {
  return pagesFor(may).length > 0;
}
