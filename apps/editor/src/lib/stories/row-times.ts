import { clock, dayAndMonth, dayKey, weekday } from '#lib/locale/dates.ts';
import { m } from '#lib/paraglide/messages.js';

const minute = 60_000;
const day = 86_400_000;

/** When a row changed: how long ago within the last hours of today, else the time of its day. */
export function timeOfChange(instant: string, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / minute);
  if (dayKey(instant, timeZone) !== dayKey(now, timeZone)) return clock(instant, timeZone);
  if (minutes < 1) return m.stories_now();
  if (minutes < 60) return m.stories_minutes({ count: minutes });
  return minutes < 6 * 60 ? m.stories_hours({ count: Math.floor(minutes / 60) }) : clock(instant, timeZone);
}

/** When an article will be published: the time alone if it is today. */
export function publishTime(instant: string, now: Date, timeZone: string): string {
  const time = clock(instant, timeZone);
  return dayKey(instant, timeZone) === dayKey(now, timeZone)
    ? time
    : `${dayAndMonth(instant, timeZone)} ${time}`;
}

/** The head over the rows of one day. */
export function dayHeading(instant: string, now: Date, timeZone: string): string {
  const key = dayKey(instant, timeZone);
  const date = weekday(instant, timeZone);
  if (key === dayKey(now, timeZone)) return m.stories_today({ date });
  if (key === dayKey(new Date(now.getTime() - day), timeZone)) return m.stories_yesterday({ date });
  return date;
}

/** Whether an article should have been published by now: a minute late is missed. */
export function isMissed(publishAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(publishAt) > minute;
}
