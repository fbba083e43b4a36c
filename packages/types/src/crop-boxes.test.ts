import { describe, expect, it } from 'vitest';
import { boxHeight, isWithin } from './crop-boxes.ts';
import { mediaUpdate } from './media.ts';

describe('a part of a picture that is cut by hand', () => {
  const picture = { width: 1200, height: 1200 };

  it('is as high as the crop’s shape makes it', () => {
    expect(boxHeight(1, '3x2', picture)).toBeCloseTo(2 / 3);
    expect(boxHeight(0.5, '16x9', { width: 1600, height: 900 })).toBeCloseTo(0.5);
  });

  it('lies within the picture, but for what no hand can help', () => {
    expect(isWithin({ x: 0, y: 1 / 3, width: 1 }, '3x2', picture)).toBe(true);
    expect(isWithin({ x: 0, y: 0.334, width: 1 }, '3x2', picture)).toBe(true);
    expect(isWithin({ x: 0, y: 0.4, width: 1 }, '3x2', picture)).toBe(false);
    expect(isWithin({ x: 0.6, y: 0, width: 0.5 }, '3x2', picture)).toBe(false);
  });

  it.each([
    [{ '3x2': { x: 0, y: 0, width: 0.05 } }],
    [{ '3x2': { x: -0.1, y: 0, width: 0.5 } }],
    [{ '3x2': { x: 0, y: 2, width: 0.5 } }],
    [{ '3x2': { x: 0, y: 0, width: Number.NaN } }],
    [{ '3x2': { x: 0, y: 0, width: 0.5, height: 0.5 } }],
    [{ '4x5': { x: 0, y: 0, width: 0.5 } }],
    [{ full: null }],
  ])('is no %o', (cropBoxes) => {
    expect(mediaUpdate.safeParse({ version: 1, cropBoxes }).success).toBe(false);
  });

  it('is taken for one crop alone, and taken back by null', () => {
    expect(mediaUpdate.safeParse({ version: 1, cropBoxes: { '16x9': null } }).success).toBe(true);
    expect(
      mediaUpdate.safeParse({ version: 1, cropBoxes: { '3x2': { x: 0, y: 0, width: 0.5 } } }).success,
    ).toBe(true);
  });
});
