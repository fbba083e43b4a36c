import type { RevisionSummary } from '@broadsheet/types';
import { clock, dayKey, shortDate } from '#lib/locale/dates.ts';
import { listOf } from '#lib/locale/list-of.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { reasonWord } from '#lib/write/inspector/revision-list.svelte.ts';

/** "“First full draft”, 13:20" today, "Approved, 9 Oct 2026, 13:20" before. */
export function versionName(
  version: Pick<RevisionSummary, 'name' | 'reason' | 'createdAt'>,
  timeZone: string,
  hasSeconds = false,
): string {
  const called = version.name === null ? reasonWord(version.reason) : version.name;
  return `${called}, ${versionTime(version.createdAt, timeZone, hasSeconds)}`;
}

/** The time of today, with the day before it. */
export function versionTime(instant: string, timeZone: string, hasSeconds = false): string {
  const isToday = dayKey(instant, timeZone) === dayKey(new Date(), timeZone);
  const time = clock(instant, timeZone, hasSeconds);
  return isToday ? time : `${shortDate(instant, timeZone)}, ${time}`;
}

/** Whose version it is in a list: who froze it, or everybody who wrote what was kept by itself. */
export function versionPeople({
  reason,
  createdBy,
  writtenBy,
}: RevisionSummary): RevisionSummary['writtenBy'] {
  if (reason === 'written' && writtenBy.length > 0) return writtenBy;
  return createdBy ? [createdBy] : [];
}

/** Their names, or that it was the clock. */
export const versionPeopleWords = (version: RevisionSummary): string =>
  namesOf(versionPeople(version)) || m.write_by_clock();

/** "Tamar Elani and Samir Dalan"; nothing for nobody. */
export const namesOf = (people: RevisionSummary['writtenBy']): string =>
  listOf(
    people.map(({ name }) => name),
    locale.current,
  );

/** From when until when readers had it, a sentence each; nothing for what they never had. */
export function publishedWords({ published }: RevisionSummary, timeZone: string): string[] {
  return published.map(({ since, until }) =>
    until === null
      ? m.history_readers_have({ since: versionTime(since, timeZone) })
      : m.history_readers_had({ since: versionTime(since, timeZone), until: versionTime(until, timeZone) }),
  );
}
