import type { Media } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { pictureSize } from './picture-size.ts';

const picture = (bytes: number) => ({ width: 900, height: 506, duration: null, bytes }) as unknown as Media;

describe('the size of a file', () => {
  it('is told in kilobytes as long as it is less than a megabyte', () => {
    expect(pictureSize(picture(36_210), 'en')).toBe('900 × 506, 37 kB');
    expect(pictureSize(picture(12), 'ru')).toBe('900 × 506, 1 кБ');
    expect(pictureSize(picture(990_400), 'hy')).toBe('900 × 506, 991 կԲ');
    expect(pictureSize(picture(1_240_000), 'en')).toBe('900 × 506, 1.2 MB');
  });
});
