import { describe, expect, it } from 'vitest';
import { freeTop, signSize } from './free-top.ts';

describe('the sign of a comment in the margin', () => {
  it('stands at its own line where nothing else does', () => {
    expect(freeTop(120, [])).toBe(120);
    expect(freeTop(120, [120 - signSize, 120 + signSize])).toBe(120);
  });

  it('goes as little out of the way of a suggestion’s buttons as it can', () => {
    expect(freeTop(120, [118])).toBe(118 + signSize);
    expect(freeTop(120, [124])).toBe(124 - signSize);
  });

  it('never lies on another, however many stand close together', () => {
    const others = [200, 30, 60, 90, 170, 120];
    const top = freeTop(100, others);
    expect(Math.min(...others.map((other) => Math.abs(top - other)))).toBeGreaterThanOrEqual(signSize);
    expect(top).toBe(4);
  });

  it('never leaves the sheet at its top', () => {
    expect(freeTop(10, [12])).toBe(12 + signSize);
  });
});
