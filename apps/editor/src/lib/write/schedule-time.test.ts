import { describe, expect, it } from 'vitest';
import { scheduleSuggestion, wallClock, zoneName } from './schedule-time.ts';

describe('the time at which an article goes out', () => {
  it('is first the next full hour that leaves half an hour', () => {
    expect(scheduleSuggestion(new Date('2026-11-22T10:10:00Z'), 'Asia/Baku')).toBe('2026-11-22T15:00');
    expect(scheduleSuggestion(new Date('2026-11-22T10:40:00Z'), 'Asia/Baku')).toBe('2026-11-22T16:00');
  });

  it('is told on the clock of the site', () => {
    expect(wallClock(new Date('2026-11-22T20:30:00Z'), 'Asia/Baku')).toBe('2026-11-23T00:30');
  });

  it('names the offset of the chosen day, not of today', () => {
    expect(zoneName('Europe/Berlin', '2027-01-15T12:00', 'en')).toBe('Berlin, GMT+1');
    expect(zoneName('Europe/Berlin', '2027-07-15T12:00', 'en')).toBe('Berlin, GMT+2');
  });

  it('names the right offset in the hours around a change of clocks', () => {
    expect(zoneName('Europe/Berlin', '2027-03-28T01:30', 'en')).toBe('Berlin, GMT+1');
    expect(zoneName('Europe/Berlin', '2027-03-28T03:30', 'en')).toBe('Berlin, GMT+2');
  });

  it('waits for a whole time without a fault', () => {
    expect(zoneName('Asia/Baku', 'T', 'en')).toBe('Baku, GMT+4');
  });
});
