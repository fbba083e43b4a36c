import { describe, expect, it } from 'vitest';
import { groupByDay } from './group-by-day.ts';

describe('rows by day', () => {
  it('puts neighbours of one day together and keeps their order', () => {
    const days = groupByDay(['9a', '9b', '8a'], (row) => row.slice(0, 1));
    expect(days).toEqual([
      { day: '9', items: ['9a', '9b'] },
      { day: '8', items: ['8a'] },
    ]);
  });
});
