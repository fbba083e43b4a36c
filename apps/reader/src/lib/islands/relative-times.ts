const hour = 3600;
const minute = 60;
const day = 24 * hour;

/**
 * "12 minutes ago", in words of the page's language.
 * @returns null from a day on, and for times to come: the absolute time says more
 */
export function relativeTime(instant: string, now: number, language: string): string | null {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  if (!(seconds >= 0 && seconds < day)) return null;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (seconds < minute) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  return seconds < hour
    ? format.format(-Math.floor(seconds / minute), 'minute')
    : format.format(-Math.floor(seconds / hour), 'hour');
}

/** Puts relative words on fresh times, each minute anew; the absolute time stays as the title. */
export function startRelativeTimes(language: string): void {
  const times = [...document.querySelectorAll<HTMLTimeElement>('time[data-relative]')];
  const absolute = new Map(times.map((time) => [time, time.textContent]));
  const show = () => {
    for (const [time, words] of absolute) {
      const fresh = relativeTime(time.dateTime, Date.now(), language);
      time.textContent = fresh ?? words;
      if (fresh !== null) time.title = words;
    }
  };
  show();
  if (times.length > 0) setInterval(show, 60_000);
}
