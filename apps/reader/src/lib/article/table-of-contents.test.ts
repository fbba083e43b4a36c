import { describe, expect, it } from 'vitest';
import { tableOfContents } from './table-of-contents.ts';

const heading = (level: 2 | 3, number: number) => ({
  id: `h-head0${String(number)}`,
  level,
  text: `Chapter ${String(number)}`,
});
const chapters = [1, 2, 3, 4].map((number) => heading(2, number));

describe('the table of contents', () => {
  it('names the chapters of a long text, and not what stands under them', () => {
    expect(tableOfContents({ outline: [...chapters, heading(3, 5)], wordCount: 900 })).toEqual(chapters);
  });

  it.each([
    ['a short text', chapters, 899],
    ['a long text of few chapters', [...chapters.slice(1), heading(3, 5)], 2000],
    ['a text without headings', [], 5000],
  ])('is left out of %s', (_, outline, wordCount) => {
    expect(tableOfContents({ outline, wordCount })).toEqual([]);
  });
});
