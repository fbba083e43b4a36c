import { isWithin } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { boxAround, boxByKey, fitted, mayCut } from './crop-box.ts';

const square = { width: 1000, height: 1000 };
const wide = { width: 3000, height: 1000 };

describe('the part of a picture that a crop shows', () => {
  it('is the largest, with the focal point in its middle where the edges allow it', () => {
    expect(boxAround({ x: 0.5, y: 0.5 }, '3x2', square)).toMatchObject({ x: 0, width: 1 });
    expect(boxAround({ x: 0.5, y: 0.5 }, '3x2', square).y).toBeCloseTo(1 / 6);
    expect(boxAround({ x: 0.2, y: 0.1 }, '3x2', square).y).toBe(0);
    expect(boxAround({ x: 0.2, y: 0.95 }, '3x2', square).y).toBeCloseTo(1 / 3);
    expect(boxAround({ x: 0.9, y: 0.5 }, '3x2', wide)).toEqual({ x: 0.5, y: 0, width: 0.5 });
  });
});

describe('the frame of a cut', () => {
  it('is moved by arrows and made larger and smaller by signs, a tenth with Shift', () => {
    const box = { x: 0.2, y: 0.2, width: 0.4 };
    expect(boxByKey(box, 'ArrowRight', false, '3x2', square)).toEqual({ ...box, x: 0.21 });
    expect(boxByKey(box, 'ArrowUp', true, '3x2', square)).toEqual({ ...box, y: 0.1 });
    expect(boxByKey(box, '-', true, '3x2', square)).toEqual({ x: 0.25, y: 0.2333, width: 0.3 });
    expect(boxByKey(box, '+', false, '3x2', square)?.width).toBe(0.41);
    expect(boxByKey(box, 'a', false, '3x2', square)).toBeNull();
    expect(boxByKey(box, 'constructor', false, '3x2', square)).toBeNull();
  });

  it('never leaves the picture, is never larger than it, and never too small to be shown', () => {
    for (const crop of ['3x2', '16x9'] as const)
      for (const picture of [square, wide, { width: 700, height: 2000 }])
        for (const box of [
          { x: 0.9, y: 0.9, width: 0.5 },
          { x: -1, y: 2, width: 3 },
          { x: 0.5, y: 0.5, width: 0 },
        ]) {
          const within = fitted(box, crop, picture);
          expect(isWithin(within, crop, picture)).toBe(true);
          expect(within.width).toBeGreaterThanOrEqual(0.1);
        }
  });

  it('is not offered for a strip of which nothing could be chosen', () => {
    expect(mayCut('3x2', wide)).toBe(true);
    expect(mayCut('3x2', { width: 20_000, height: 1000 })).toBe(false);
  });
});
