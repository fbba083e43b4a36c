import { describe, expect, it } from 'vitest';
import { firstDayOf } from './search-period.ts';

describe('the last week and the last year', () => {
  it.each([
    ['week', '2024-03-03', '2024-02-25'],
    ['week', '2025-01-05', '2024-12-29'],
    ['year', '2025-03-01', '2024-03-01'],
  ] as const)('the last %s began, on %s, on %s', (period, today, first) => {
    expect(firstDayOf(period, today)).toBe(first);
  });
});
