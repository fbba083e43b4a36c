import { describe, expect, it } from 'vitest';
import { formatDay } from '#lib/dates/format-date.ts';
import { keptDate } from './kept-date.ts';

const at = new Date(2024, 10, 22, 15, 4);
const sameYear = new Date(2024, 11, 1);

describe('A10 the date of a saved copy', () => {
  it.each([
    ['az', '22 noyabr, 15:04'],
    ['ru', '22 ноября, 15:04'],
    ['en', '22 November, 15:04'],
    ['hy', '22 նոյեմբերի, 15:04'],
  ])('reads as %s writes dates', (language, words) => {
    expect(keptDate(at, language, sameYear)).toBe(words);
  });

  it('names the year once that has passed', () => {
    expect(keptDate(at, 'en', new Date(2025, 0, 1))).toBe('22 November 2024, 15:04');
  });

  it.each(['az', 'hy'] as const)('has the months of %s as the site itself writes them', (language) => {
    for (let month = 0; month < 12; month++) {
      const day = new Date(2024, month, 5);
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      expect(keptDate(day, language, day)).toBe(`${formatDay(day.toISOString(), language, timeZone)}, 00:00`);
    }
  });
});
