import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchDay } from './watch-day.ts';

let stop = () => {};
afterEach(() => {
  stop();
});

/** A watch in Baku, whose clock a test sets. */
function watchFrom(time: string) {
  const clock = { now: Date.parse(time), looks: 0 };
  const onDay = vi.fn();
  const onYear = vi.fn();
  stop = watchDay({
    timeZone: () => {
      clock.looks++;
      return 'Asia/Baku';
    },
    onDay,
    onYear,
    every: 5,
    now: () => clock.now,
  });
  const looked = async () => {
    const before = clock.looks;
    await vi.waitFor(() => {
      expect(clock.looks).toBeGreaterThan(before + 2);
    });
  };
  return { clock, looked, onDay, onYear };
}

describe('what time alone makes wrong', () => {
  it('is the year in the footer, when it turns in the site’s time zone, and once', async () => {
    const { clock, looked, onYear } = watchFrom('2024-12-31T19:59:00Z');
    await looked();
    expect(onYear).not.toHaveBeenCalled();
    clock.now = Date.parse('2024-12-31T20:00:00Z');
    await looked();
    expect(onYear).toHaveBeenCalledTimes(1);
  });

  it('is what was found in the last week, when the day turns in the site’s time zone, and once', async () => {
    const { clock, looked, onDay, onYear } = watchFrom('2024-11-07T19:59:00Z');
    await looked();
    onDay.mockClear();
    await looked();
    expect(onDay).not.toHaveBeenCalled();
    clock.now = Date.parse('2024-11-07T20:00:00Z');
    await looked();
    expect([onDay.mock.calls.length, onYear.mock.calls.length]).toEqual([1, 0]);
  });
});
