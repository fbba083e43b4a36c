import { describe, expect, it } from 'vitest';
import { readingMinutes } from './reading-time.ts';

describe('the time that a text takes', () => {
  it.each([
    [0, 'en', 1],
    [120, 'en', 1],
    [690, 'en', 3],
    [690, 'ru', 4],
    [690, 'az', 4],
    [1000, 'hy', 6],
  ] as const)('of %i words in %s is about %i min', (words, language, minutes) => {
    expect(readingMinutes(words, language)).toBe(minutes);
  });
});
