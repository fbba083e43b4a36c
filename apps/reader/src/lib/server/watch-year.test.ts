import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchYear } from './watch-year.ts';

let stop = () => {};
afterEach(() => {
  stop();
});

describe('the year in the footer', () => {
  it('turns when it turns in the site’s time zone, and once', async () => {
    let now = Date.parse('2024-12-31T19:59:00Z');
    let looks = 0;
    const onTurn = vi.fn();
    stop = watchYear({
      timeZone: () => {
        looks++;
        return Promise.resolve('Asia/Baku');
      },
      onTurn,
      every: 5,
      now: () => now,
    });
    await vi.waitFor(() => {
      expect(looks).toBeGreaterThan(1);
    });
    expect(onTurn).not.toHaveBeenCalled();
    now = Date.parse('2024-12-31T20:00:00Z');
    const before = looks;
    await vi.waitFor(() => {
      expect(looks).toBeGreaterThan(before + 2);
    });
    expect(onTurn).toHaveBeenCalledTimes(1);
  });
});
