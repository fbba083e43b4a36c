import { describe, expect, it } from 'vitest';
import { dayInWords } from './date-words.ts';

describe('a day in words', () => {
  it('is written in the languages that a browser may not know', () => {
    expect(dayInWords('az', '2026-11-02')).toEqual({
      long: '2 noyabr',
      short: '2 noy',
      weekday: '2 noyabr, bazar ertəsi',
    });
    expect(dayInWords('hy', '2026-01-31')?.weekday).toBe('31 հունվարի, շաբաթ');
  });

  it('is left to the browser in the others', () => {
    expect(dayInWords('ru', '2026-11-02')).toBeNull();
  });
});
