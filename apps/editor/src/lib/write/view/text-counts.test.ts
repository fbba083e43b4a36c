import { describe, expect, it } from 'vitest';
import { countsOf } from './text-counts.ts';

describe('counting a text', () => {
  it('counts words, characters with spaces and without', () => {
    expect(countsOf('The old path\nis open.')).toEqual({ words: 5, characters: 20, letters: 17, minutes: 1 });
  });

  it('says that nothing takes no time', () => {
    expect(countsOf('')).toEqual({ words: 0, characters: 0, letters: 0, minutes: 0 });
  });

  it('takes 200 words a minute', () => {
    expect(countsOf('word '.repeat(700)).minutes).toBe(4);
  });

  it('counts kept spaces as spaces, and what nobody sees not at all', () => {
    expect(countsOf('5\u00A0км\u00AD')).toMatchObject({ words: 2, characters: 4, letters: 3 });
    expect(countsOf('Քաղաքը՝ բաց։')).toMatchObject({ words: 2, characters: 12 });
  });
});
