import { describe, expect, it } from 'vitest';
import { languages } from './languages.ts';
import { quoted, stopAfter } from './punctuation.ts';

it('quotes in the signs of a language', () => {
  expect(languages.map((language) => quoted('image.png', language))).toEqual([
    '«image.png»',
    '«image.png»',
    '“image.png”',
    '«image.png»',
  ]);
});

describe('the stop of a caption before its credit', () => {
  it.each([
    ['en', 'The meadow above Lari', '.'],
    ['az', 'Larinin üstündəki «Göy çəmən»', '.'],
    ['hy', 'Լարիի վերևի մարգագետինը', '։'],
    ['en', 'A path (left) and “a wall”', '.'],
  ] as const)('in %s “%s” gets “%s”', (language, words, stop) => {
    expect(stopAfter(words, language)).toBe(stop);
  });

  it.each(['It is open.', 'Is it open?', '“It is open.”', 'Կամուրջը բաց է։', 'And so on…', '', ' '])(
    '“%s” needs none',
    (words) => {
      expect(stopAfter(words, 'en')).toBe('');
    },
  );
});
