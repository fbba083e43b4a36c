import { dayIn } from '#lib/dates/format-date.ts';

export interface DayWatch {
  /** Null while it is not known. */
  timeZone: () => string | null;
  onDay: () => void;
  onYear: () => void;
  /** Milliseconds between two looks. */
  every?: number;
  now?: () => number;
}

/**
 * The year in the footer of every page, and the first day of a search's last week, are what time alone makes wrong in
 * stored pages. When they turn in the site's time zone, these are renewed.
 * @returns what ends the watch
 */
export function watchDay({ timeZone, onDay, onYear, every = 1000, now = Date.now }: DayWatch): () => void {
  let known: string | null = null;
  const timer = setInterval(() => {
    const zone = timeZone();
    const day = zone === null ? null : dayIn(zone, now());
    if (day === null || day === known) return;
    if (known !== null && day.slice(0, 4) !== known.slice(0, 4)) onYear();
    // the first look as well: the day may have turned before it
    onDay();
    known = day;
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
