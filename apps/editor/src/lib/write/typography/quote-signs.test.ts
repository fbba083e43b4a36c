import { expect, it } from 'vitest';
import { quoted } from './quote-signs.ts';

it('quotes a file name in the signs of the language that one reads in', () => {
  expect((['az', 'ru', 'en', 'hy'] as const).map((language) => quoted('image.png', language))).toEqual([
    '«image.png»',
    '«image.png»',
    '“image.png”',
    '«image.png»',
  ]);
});
