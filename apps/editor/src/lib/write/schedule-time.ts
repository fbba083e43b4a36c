import type { Language } from '@broadsheet/types';

const minute = 60_000;
const hour = 60 * minute;

/** Wall-clock time of an instant in a time zone, `YYYY-MM-DDTHH:mm`. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The next full hour that is at least half an hour away, as wall-clock time of the site. */
export function scheduleSuggestion(now: Date, timeZone: string): string {
  const full = Math.ceil((now.getTime() + hour / 2) / hour) * hour;
  return wallClock(new Date(full), timeZone);
}

/** "Baku, GMT+4": the city of a time zone and its offset at a wall-clock time there, `YYYY-MM-DDTHH:mm`. */
export function zoneName(timeZone: string, local: string, language: Language): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(instantOf(local, timeZone));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${city}, ${offset}`;
}

/** When the zone's clocks show this; now while the time is not whole yet. */
function instantOf(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return new Date();
  // Twice, since the offset at the first guess may be that of the other side of a change of clocks.
  const guess = asUtc - aheadOfUtc(asUtc, timeZone);
  return new Date(asUtc - aheadOfUtc(guess, timeZone));
}

function aheadOfUtc(instant: number, timeZone: string): number {
  return Date.parse(`${wallClock(new Date(instant), timeZone)}Z`) - Math.floor(instant / minute) * minute;
}
