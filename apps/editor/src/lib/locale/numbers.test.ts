import { describe, expect, it } from 'vitest';
import { numberIn } from './numbers.ts';

describe('a number', () => {
  it('is written as the language writes it', () => {
    expect(numberIn('en', 1234.56)).toBe('1,234.6');
    expect(numberIn('az', 1234.56)).toBe('1.234,6');
    expect(numberIn('ru', 1234.56)).toBe('1\u00a0234,6');
    expect(numberIn('hy', 1234.56)).toBe('1\u00a0234,6');
  });
});
