import { describe, expect, it } from 'vitest';
import { listOf } from './list-of.ts';

describe('a list in words', () => {
  it('ends with the language’s own "and", also where the browser does not know it', () => {
    const list = ['a', 'b', 'c'];
    expect(listOf(list, 'en')).toBe('a, b and c');
    expect(listOf(list, 'ru')).toBe('a, b и c');
    expect(listOf(list, 'az')).toBe('a, b və c');
    expect(listOf(list, 'hy')).toBe('a, b և c');
  });

  it('is the thing itself when there is one, and nothing when there is none', () => {
    expect(listOf(['a'], 'hy')).toBe('a');
    expect(listOf([], 'az')).toBe('');
  });
});
