import { expect, it } from 'vitest';
import { cut } from './cut.ts';

it('cuts words to a length, and no character in two', () => {
  expect(cut('harbour', 4)).toBe('harb');
  expect(cut('boat⛵️', 40)).toBe('boat⛵️');
  expect(cut('sea🌊', 4)).toBe('sea');
  expect(cut('sea🌊', 5)).toBe('sea🌊');
});
