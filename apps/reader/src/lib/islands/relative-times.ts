import type { Language } from '@broadsheet/types';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

interface Words {
  now: string;
  minutes: (n: number) => string;
  hours: (n: number) => string;
}

/**
 * Our own, because Chromium has none in Azerbaijani and Armenian ("-3 h"), and because a phone takes 15 ms to make an
 * `Intl.RelativeTimeFormat`. Azerbaijani and Armenian do not inflect after a number.
 */
const wordsOf: Record<Language, Words> = {
  az: { now: 'indicə', minutes: (n) => `${String(n)} dəqiqə əvvəl`, hours: (n) => `${String(n)} saat əvvəl` },
  ru: {
    now: 'сейчас',
    minutes: (n) => `${String(n)} ${russian(n, 'минуту', 'минуты', 'минут')} назад`,
    hours: (n) => `${String(n)} ${russian(n, 'час', 'часа', 'часов')} назад`,
  },
  en: {
    now: 'now',
    minutes: (n) => `${String(n)} minute${n === 1 ? '' : 's'} ago`,
    hours: (n) => `${String(n)} hour${n === 1 ? '' : 's'} ago`,
  },
  hy: { now: 'հենց նոր', minutes: (n) => `${String(n)} րոպե առաջ`, hours: (n) => `${String(n)} ժամ առաջ` },
};

/** By the rules of CLDR for Russian: 1, 21, 31; 2 to 4, 22; the others, and 11 to 14. */
function russian(n: number, one: string, few: string, many: string): string {
  const last = n % 10;
  if (Math.floor(n / 10) % 10 === 1 || last === 0 || last > 4) return many;
  return last === 1 ? one : few;
}

/**
 * "12 minutes ago", in words of the page's language.
 * @returns null from a day on, and for times to come: the absolute time says more
 */
export function relativeTime(instant: string, now: number, language: Language): string | null {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  if (!(seconds >= 0 && seconds < day)) return null;
  const words = wordsOf[language];
  if (seconds < minute) return words.now;
  return seconds < hour
    ? words.minutes(Math.floor(seconds / minute))
    : words.hours(Math.floor(seconds / hour));
}

/** Puts relative words on fresh times, each minute anew; the absolute time stays as the title. */
export function startRelativeTimes(language: string): void {
  if (!isLanguage(language)) return;
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

const isLanguage = (language: string): language is Language => language in wordsOf;
