import { locale } from '#lib/locale/locale.svelte.ts';

const hour = 3_600_000;

/** Wall-clock time of an instant in a time zone, `YYYY-MM-DDTHH:mm`. */
function wallClock(instant: Date, timeZone: string): string {
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

/** "Baku, GMT+4": the city and the present offset of a time zone. */
export function zoneName(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const parts = new Intl.DateTimeFormat(locale.current, {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${city}, ${offset}`;
}
