import { describe, expect, it } from 'vitest';
import { likeness } from './fuzzy.ts';

const best = (typed: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: likeness(typed, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

describe('looking for an action by some of its letters', () => {
  it('puts what begins so before what only holds it', () => {
    expect(best('pre', ['Go to preview', 'Preview', 'Expressed'])).toEqual([
      'Preview',
      'Go to preview',
      'Expressed',
    ]);
  });

  it('finds words out of order and with letters left out', () => {
    expect(best('night go', ['Go to the night theme'])).toHaveLength(1);
    expect(best('prvw', ['Preview', 'Publish'])).toEqual(['Preview']);
    expect(best('xyz', ['Preview'])).toEqual([]);
  });

  it('asks for no accents and no letters that a keyboard lacks', () => {
    expect(best('basliq', ['Başlıq'])).toEqual(['Başlıq']);
    expect(best('menzere', ['Mənzərə'])).toEqual(['Mənzərə']);
    expect(best('еще', ['Ещё'])).toEqual(['Ещё']);
  });

  it('offers everything while nothing is typed', () => {
    expect(likeness(' ', 'Preview')).toBe(1);
  });
});
