import type { Language } from '@broadsheet/types';

/** The region whose habits (Monday first, 24 hours) go with the language. English is the world's here, not America's. */
const localeOf: Record<Language, string> = { az: 'az', ru: 'ru', en: 'en-GB', hy: 'hy' };

const formatters = new Map<string, Intl.DateTimeFormat>();
const dayFormatters = new Map<string, Intl.DateTimeFormat>();

type Parts = (type: Intl.DateTimeFormatPartTypes) => string;
/** The same few stories stand on many pages, and taking an instant apart is dear. */
const known = new Map<string, Parts>();
const mostKnown = 2000;

function partsOf(instant: string, language: Language, timeZone: string): Parts {
  const key = `${instant} ${language} ${timeZone}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const parts = takeApart(instant, language, timeZone);
  known.set(key, parts);
  return parts;
}

function takeApart(instant: string, language: Language, timeZone: string): Parts {
  const key = `${language} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(localeOf[language], {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      weekday: 'long',
      day: '2-digit',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(key, formatter);
  }
  const parts = formatter.formatToParts(new Date(instant));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** "07 November 2024 15:40" in the reader's language and the site's time zone. */
export function formatDateTime(instant: string, language: Language, timeZone: string): string {
  return `${formatDate(instant, language, timeZone)} ${formatTime(instant, language, timeZone)}`;
}

/** "07 November 2024". */
function formatDate(instant: string, language: Language, timeZone: string): string {
  const part = partsOf(instant, language, timeZone);
  return `${part('day')} ${part('month')} ${part('year')}`;
}

/** "15:40". */
export function formatTime(instant: string, language: Language, timeZone: string): string {
  const part = partsOf(instant, language, timeZone);
  return `${part('hour')}:${part('minute')}`;
}

/** "7 November", for lists, where the year goes without saying. */
export function formatDay(instant: string, language: Language, timeZone: string): string {
  const part = partsOf(instant, language, timeZone);
  return `${String(Number(part('day')))} ${part('month')}`;
}

/** "Thursday, 7 November 2024"; the weekday begins the line, so it has a capital in every language. */
export function formatLongDate(instant: string, language: Language, timeZone: string): string {
  const part = partsOf(instant, language, timeZone);
  const weekday = part('weekday');
  const capital = weekday.charAt(0).toLocaleUpperCase(localeOf[language]) + weekday.slice(1);
  return `${capital}, ${String(Number(part('day')))} ${part('month')} ${part('year')}`;
}

/** "07.11", for a column too narrow for words. */
export function formatShortDay(instant: string, timeZone: string): string {
  const [, month = '', day = ''] = dayOf(instant, timeZone).split('-');
  return `${day}.${month}`;
}

/** The day an instant falls on in the site's time zone, as 2024-11-07. */
export function dayOf(instant: string, timeZone: string): string {
  const part = partsOf(instant, 'en', timeZone);
  const month = new Date(`${part('day')} ${part('month')} ${part('year')} UTC`).getUTCMonth() + 1;
  return `${part('year')}-${String(month).padStart(2, '0')}-${part('day')}`;
}

/** "2024-11-07": the day of a moment, given in milliseconds, in a time zone. */
export function dayIn(timeZone: string, moment: number): string {
  let formatter = dayFormatters.get(timeZone);
  if (!formatter) {
    // Canadians write days as ISO 8601 does
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormatters.set(timeZone, formatter);
  }
  return formatter.format(moment);
}

/** "2024". */
export const yearIn = (timeZone: string, moment: number): string => dayIn(timeZone, moment).slice(0, 4);
