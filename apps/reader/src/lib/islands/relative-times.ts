const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type Words = readonly [now: string, minutes: (n: number) => string, hours: (n: number) => string];

/** Browsers carry no such words in these two languages (Chromium says "-3 h"); neither inflects after a number. */
const ownWords: Partial<Record<string, Words>> = {
  az: ['indicə', (n) => `${String(n)} dəqiqə əvvəl`, (n) => `${String(n)} saat əvvəl`],
  hy: ['հենց նոր', (n) => `${String(n)} րոպե առաջ`, (n) => `${String(n)} ժամ առաջ`],
};

/**
 * "12 minutes ago", in words of the page's language.
 * @returns null from a day on, and for times to come: the absolute time says more
 */
export function relativeTime(instant: string, now: number, language: string): string | null {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  if (!(seconds >= 0 && seconds < day)) return null;
  const [soon, minutes, hours] = ownWords[language] ?? systemWords(language);
  if (seconds < minute) return soon;
  return seconds < hour ? minutes(Math.floor(seconds / minute)) : hours(Math.floor(seconds / hour));
}

function systemWords(language: string): Words {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const now = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
  return [now, (n) => format.format(-n, 'minute'), (n) => format.format(-n, 'hour')];
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
