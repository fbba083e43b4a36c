import { describe, expect, it } from 'vitest';
import { currentRendition, currentSrcset } from './rendition.ts';

describe('the address of a picture in the library', () => {
  const [before, after] = [
    { id: 'a', version: 1 },
    { id: 'a', version: 2 },
  ];

  it('is another once its file was replaced, so that the old one is not shown on', () => {
    expect(currentRendition(after, 'full', 640)).not.toBe(currentRendition(before, 'full', 640));
    expect(currentSrcset(after, '3x2', 640)).not.toBe(currentSrcset(before, '3x2', 640));
  });

  it('stays the same as long as nothing of the picture changes', () => {
    expect(currentSrcset({ ...before }, 'full')).toBe(currentSrcset(before, 'full'));
  });
});
