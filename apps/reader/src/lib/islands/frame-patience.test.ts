import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFrame } from './frame-patience.ts';

describe('the frame of another site', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watched = () => {
    const frame = new EventTarget();
    const told: string[] = [];
    watchFrame(frame, { silent: () => told.push('silent'), loaded: () => told.push('loaded') });
    return { told, load: () => frame.dispatchEvent(new Event('load')) };
  };

  it('is said to be silent after ten seconds, and once', () => {
    const { told } = watched();
    vi.advanceTimersByTime(9_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(100_000);
    expect(told).toEqual(['silent']);
  });

  it('is never said to be silent when it has come', () => {
    const { told, load } = watched();
    vi.advanceTimersByTime(5_000);
    load();
    vi.advanceTimersByTime(100_000);
    expect(told).toEqual(['loaded']);
  });

  it('is shown all the same when it comes late', () => {
    const { told, load } = watched();
    vi.advanceTimersByTime(20_000);
    load();
    expect(told).toEqual(['silent', 'loaded']);
  });
});
