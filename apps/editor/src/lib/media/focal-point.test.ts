import { describe, expect, it } from 'vitest';
import { moveByKey, pointAt } from './focal-point.ts';

describe('the focal point', () => {
  it('moves by a hundredth, and by a tenth with Shift', () => {
    expect(moveByKey({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.49, y: 0.5 });
    expect(moveByKey({ x: 0.5, y: 0.5 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 0.6 });
    expect(moveByKey({ x: 0.5, y: 0.5 }, 'a', false)).toBeNull();
  });

  it('stays within the picture', () => {
    expect(moveByKey({ x: 0.05, y: 1 }, 'ArrowLeft', true)).toEqual({ x: 0, y: 1 });
    const box = { left: 100, top: 100, width: 200, height: 100 };
    expect(pointAt({ clientX: 400, clientY: 90 }, box)).toEqual({ x: 1, y: 0 });
    expect(pointAt({ clientX: 150, clientY: 150 }, box)).toEqual({ x: 0.25, y: 0.5 });
  });
});
