import type { RevisionSummary } from '@broadsheet/types';
import { clock, dayKey, shortDate } from '#lib/locale/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { reasonWord } from '#lib/write/inspector/revision-list.svelte.ts';

/** "“First full draft”, 13:20" today, "Approved, 9 Oct 2026, 13:20" before. */
export function versionName(version: RevisionSummary, timeZone: string): string {
  const called = version.name === null ? reasonWord(version.reason) : version.name;
  return `${called}, ${versionTime(version.createdAt, timeZone)}`;
}

/** The time of today, with the day before it. */
export function versionTime(instant: string, timeZone: string): string {
  const isToday = dayKey(instant, timeZone) === dayKey(new Date(), timeZone);
  const time = clock(instant, timeZone);
  return isToday ? time : `${shortDate(instant, timeZone)}, ${time}`;
}

/** From when until when readers had it, a sentence each; nothing for what they never had. */
export function publishedWords({ published }: RevisionSummary, timeZone: string): string[] {
  return published.map(({ since, until }) =>
    until === null
      ? m.history_readers_have({ since: versionTime(since, timeZone) })
      : m.history_readers_had({ since: versionTime(since, timeZone), until: versionTime(until, timeZone) }),
  );
}
