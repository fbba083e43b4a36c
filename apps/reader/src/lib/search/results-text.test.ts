import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { afterAll, describe, expect, it } from 'vitest';
import { countText, resultsText } from './results-text.ts';

describe('A10 how much was found', () => {
  afterAll(() => {
    overwriteGetLocale(() => baseLocale);
  });

  it.each([
    [
      'en',
      [
        'Nothing found for “fig”',
        '1 result for “fig”',
        '2 results for “fig”',
        '5 results for “fig”',
        '21 results for “fig”',
      ],
      'More than 1,000 results for “fig”',
    ],
    [
      'ru',
      [
        'По запросу «fig» ничего не найдено',
        '1 результат по запросу «fig»',
        '2 результата по запросу «fig»',
        '5 результатов по запросу «fig»',
        '21 результат по запросу «fig»',
      ],
      'Более 1000 результатов по запросу «fig»',
    ],
    [
      'az',
      [
        '«fig» üzrə heç nə tapılmadı',
        '«fig» üzrə 1 nəticə',
        '«fig» üzrə 2 nəticə',
        '«fig» üzrə 5 nəticə',
        '«fig» üzrə 21 nəticə',
      ],
      '«fig» üzrə 1.000-dən çox nəticə',
    ],
    [
      'hy',
      [
        '«fig» որոնումը արդյունք չտվեց',
        '«fig» որոնման 1 արդյունք',
        '«fig» որոնման 2 արդյունք',
        '«fig» որոնման 5 արդյունք',
        '«fig» որոնման 21 արդյունք',
      ],
      '«fig» որոնման ավելի քան 1000 արդյունք',
    ],
  ] as const)('is counted as %s counts', (language, kept, more) => {
    overwriteGetLocale(() => language);
    const found = (total: number, isMore = false) => resultsText({ total, isMore }, 'fig', language);
    expect([0, 1, 2, 5, 21].map((total) => found(total))).toEqual(kept);
    // the space between thousands is the language's own and may not break
    expect(found(1000, true).replace(/\u00a0/g, '')).toBe(more);
  });

  it('has a sign in lists for what was not counted to its end', () => {
    expect([
      countText({ total: 38, isMore: false }, 'en'),
      countText({ total: 1000, isMore: true }, 'en'),
    ]).toEqual(['38', '1,000+']);
  });
});
