import { describe, expect, it } from 'vitest';
import { initialOf, wordsOf } from './words.ts';

describe('the first letter of a word', () => {
  it.each([
    ['Şəhər'.normalize('NFD'), 'şəhər'],
    ['İstanbul', 'istanbul'],
    ['Işıq', 'işiq'],
    ['Ёлка', 'елка'],
    ['և', 'եվ'],
    ['Եւ', 'եվ'],
    ['Érdekes', 'erdekes'],
    ['2024', '2024'],
    ['𐐀bc', '𐐨bc'],
  ])('of %s is that of its key %s', (written, key) => {
    expect(initialOf(written)).toBe(initialOf(key));
  });

  it('lets those words through that begin so, and stand where they stood', () => {
    expect(wordsOf('The BRIDGE, a bus; bridges', 'en', new Set(['b']))).toEqual([
      { text: 'bridge', start: 4, end: 10 },
      { text: 'bus', start: 14, end: 17 },
      { text: 'bridges', start: 19, end: 26 },
    ]);
  });
});

it('S21: a word of a hundred thousand marks that change places is found at once', () => {
  const start = performance.now();
  const word = `a${'\u0301\u0323'.repeat(50_000)}`;
  expect(wordsOf(word, 'en').map(({ text }) => text.length < 100)).toEqual([true]);
  expect(performance.now() - start).toBeLessThan(1000);
});
