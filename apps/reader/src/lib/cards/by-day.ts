import { dayOf } from '#lib/dates/format-date.ts';

/** Groups what is sorted by time under the days of the site's time zone, in the given order. */
export function byDay<T extends { publishedAt: string }>(
  items: readonly T[],
  timeZone: string,
): { day: string; first: T; items: T[] }[] {
  const days: { day: string; first: T; items: T[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.publishedAt, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, first: item, items: [item] });
  }
  return days;
}
