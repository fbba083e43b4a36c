import { describe, expect, it } from 'vitest';
import { DomainError } from '../common/domain-error.ts';
import { siteTimeToInstant } from './site-time.ts';

const at = (local: string, zone: string) => siteTimeToInstant(local, zone).toISOString();

describe('the clock of the site (F17)', () => {
  it.each([
    ['2024-11-07T15:40', 'Asia/Baku', '2024-11-07T11:40:00.000Z'],
    ['2024-07-01T12:00', 'Europe/Berlin', '2024-07-01T10:00:00.000Z'],
    ['2024-12-01T12:00', 'Europe/Berlin', '2024-12-01T11:00:00.000Z'],
    ['2024-01-01T00:00', 'Asia/Kathmandu', '2023-12-31T18:15:00.000Z'],
    ['2026-02-28T23:59', 'America/St_Johns', '2026-03-01T03:29:00.000Z'],
    ['2030-06-01T09:00', 'UTC', '2030-06-01T09:00:00.000Z'],
    ['2012-01-01T10:00', 'Pacific/Apia', '2011-12-31T20:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(at(local, zone)).toBe(instant);
  });

  it('means the first of two when clocks are put back', () => {
    expect(at('2024-10-27T02:30', 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z');
    expect(at('2024-11-03T01:30', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
    expect(at('2024-04-07T01:45', 'Australia/Lord_Howe')).toBe('2024-04-06T14:45:00.000Z');
  });

  it('refuses a time that is skipped when clocks go forward, and names the minute instead', () => {
    const skipped = () => siteTimeToInstant('2024-03-31T02:30', 'Europe/Berlin');
    expect(skipped).toThrow(DomainError);
    expect(skipped).toThrow('03:30');
    expect(() => siteTimeToInstant('2011-12-30T12:00', 'Pacific/Apia')).toThrow(DomainError);
  });

  it('knows the minutes right before and right after the change', () => {
    expect(at('2024-03-31T01:59', 'Europe/Berlin')).toBe('2024-03-31T00:59:00.000Z');
    expect(at('2024-03-31T03:00', 'Europe/Berlin')).toBe('2024-03-31T01:00:00.000Z');
    expect(at('2024-10-27T03:00', 'Europe/Berlin')).toBe('2024-10-27T02:00:00.000Z');
  });

  it.each(['2024-02-30T10:00', '2024-13-01T10:00', '2024-01-01T24:00', '2024-01-01T10:60'])(
    'refuses %s, which no calendar has',
    (local) => {
      expect(() => siteTimeToInstant(local, 'Asia/Baku')).toThrow(DomainError);
    },
  );
});
