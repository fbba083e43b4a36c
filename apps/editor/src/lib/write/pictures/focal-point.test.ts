import { describe, expect, it } from 'vitest';
import { nudged, objectPosition, pointAt } from './focal-point.ts';

describe('the focal point of a picture', () => {
  const box = { left: 100, top: 50, width: 400, height: 200 };

  it('is where the picture was pressed', () => {
    expect(pointAt({ x: 300, y: 100 }, box)).toEqual({ x: 0.5, y: 0.25 });
  });

  it('never leaves the picture', () => {
    expect(pointAt({ x: 0, y: 900 }, box)).toEqual({ x: 0, y: 1 });
    expect(nudged({ x: 0.99, y: 0.5 }, 'ArrowRight')).toEqual({ x: 1, y: 0.5 });
  });

  it('moves with the arrow keys and with no other', () => {
    expect(nudged({ x: 0.5, y: 0.5 }, 'ArrowUp')).toEqual({ x: 0.5, y: 0.48 });
    expect(nudged({ x: 0.5, y: 0.5 }, 'a')).toBeNull();
  });

  it('stands in the middle of the crop where the edges allow it', () => {
    // A square picture in a box of 2:1 shows half of its height.
    expect(objectPosition({ x: 0.5, y: 0.5 }, 1, 2)).toEqual({ x: 50, y: 50 });
    expect(objectPosition({ x: 0.2, y: 0.1 }, 1, 2)).toEqual({ x: 50, y: 0 });
    expect(objectPosition({ x: 0.2, y: 0.95 }, 1, 2)).toEqual({ x: 50, y: 100 });
    expect(objectPosition({ x: 0.375, y: 0.5 }, 2, 1)).toEqual({ x: 25, y: 50 });
  });
});
