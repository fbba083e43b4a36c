import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it.each([
  ['', 0],
  ['The path is 14.5 kilometres, 2,840 metres up.', 8],
  ['It’s the well-known crew’s — “old” path', 6],
  ['Gəncədə yağış yağdı, 3-cü gün', 5],
  ['Цены выросли на 12,5 %', 4],
  ['Ինչո՞ւ է ոսկին թանկանում։', 4],
  ['one\ntwo\n\nthree', 3],
])('counts the words of "%s"', (text, count) => {
  expect(countWords(text)).toBe(count);
});
