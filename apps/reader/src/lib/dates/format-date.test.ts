import type { Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDateTime, formatDay, formatLongDate, formatShortDay } from './format-date.ts';

const instant = '2024-11-07T11:40:00Z';
const zone = 'Asia/Baku';

/** Month names as they stand in a date, and the weekday of the 7th. */
const kept: Record<Language, { months: string; long: string }> = {
  az: {
    months: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
    long: 'Cümə axşamı, 7 noyabr 2024',
  },
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    long: 'Четверг, 7 ноября 2024',
  },
  en: {
    months: 'January February March April May June July August September October November December',
    long: 'Thursday, 7 November 2024',
  },
  hy: {
    months:
      'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
    long: 'Հինգշաբթի, 7 նոյեմբերի 2024',
  },
};

describe.each(Object.entries(kept) as [Language, (typeof kept)[Language]][])(
  'A10 dates in %s',
  (language, { months, long }) => {
    it.each(months.split(' ').map((name, index) => [index + 1, name] as const))(
      'say month %i as %s',
      (month, name) => {
        const at = `2024-${String(month).padStart(2, '0')}-07T11:40:00Z`;
        expect(formatDateTime(at, language, zone)).toBe(`07 ${name} 2024 15:40`);
      },
    );

    it('begin the front with the weekday', () => {
      expect(formatLongDate(instant, language, zone)).toBe(long);
    });
  },
);

describe('dates', () => {
  it('stand in the site’s time zone, across midnight', () => {
    expect(formatDateTime('2024-11-07T20:30:00Z', 'en', zone)).toBe('08 November 2024 00:30');
    expect(dayOf('2024-11-07T20:30:00Z', zone)).toBe('2024-11-08');
    expect(formatShortDay('2024-11-07T20:30:00Z', zone)).toBe('08.11');
    expect(formatDay('2024-11-07T20:30:00Z', 'ru', zone)).toBe('8 ноября');
  });
});
