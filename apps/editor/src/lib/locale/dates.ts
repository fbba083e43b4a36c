import type { Language } from '@broadsheet/types';
import { dayInWords } from './date-words.ts';
import { locale } from './locale.svelte.ts';

type Style = Intl.DateTimeFormatOptions;
/** British order for English: "22 November". */
const tags: Record<Language, string> = { az: 'az', ru: 'ru', en: 'en-GB', hy: 'hy' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: Style, timeZone: string): Intl.DateTimeFormat {
  const language = tags[locale.current];
  const key = `${language} ${timeZone} ${JSON.stringify(style)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(language, { ...style, timeZone })));
  return found;
}

function inWords(instant: string, timeZone: string) {
  const day = dayKey(instant, timeZone);
  const words = dayInWords(locale.current, day);
  return words && { ...words, year: day.slice(0, 4) };
}

/** "9 October 2026, 18:20": an instant in the person's language and the site's time zone. */
export function dateTime(instant: string, timeZone: string): string {
  const words = inWords(instant, timeZone);
  if (words) return `${words.long} ${words.year}, ${clock(instant, timeZone)}`;
  return format({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }, timeZone).format(
    new Date(instant),
  );
}

/** "9 Oct 2026". */
export function shortDate(instant: string, timeZone: string): string {
  const words = inWords(instant, timeZone);
  if (words) return `${words.short} ${words.year}`;
  return format({ day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(new Date(instant));
}

/** "9 Oct". */
export function dayAndMonth(instant: string, timeZone: string): string {
  const words = inWords(instant, timeZone);
  return words ? words.short : format({ day: 'numeric', month: 'short' }, timeZone).format(new Date(instant));
}

/** "18:20", or "18:20:05". */
export function clock(instant: string, timeZone: string, hasSeconds = false): string {
  const second = hasSeconds ? '2-digit' : undefined;
  return format({ hour: '2-digit', minute: '2-digit', second, hourCycle: 'h23' }, timeZone).format(
    new Date(instant),
  );
}

/** "Thursday 9 October", without the year. */
export function weekday(instant: string, timeZone: string): string {
  const words = inWords(instant, timeZone);
  return words
    ? words.weekday
    : format({ weekday: 'long', day: 'numeric', month: 'long' }, timeZone).format(new Date(instant));
}

/** `YYYY-MM-DD` in the site's time zone: two instants of one day give the same. */
export function dayKey(instant: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(instant));
}
