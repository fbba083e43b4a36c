import { describe, expect, it } from 'vitest';
import { bindShortWords } from './bind-short-words.ts';

describe('the headline of a Russian story', () => {
  it.each([
    ['Пора одуванчиков: в Сарыжеле ждут ветра', 'Пора одуванчиков: в\u00a0Сарыжеле ждут ветра'],
    ['Мост и река на рассвете', 'Мост и\u00a0река на\u00a0рассвете'],
    ['И в дождь не ждут', 'И\u00a0в\u00a0дождь не\u00a0ждут'],
    ['Кто-то из них дома', 'Кто-то из\u00a0них дома'],
  ])('ends no line with a short word: %s', (headline, bound) => {
    expect(bindShortWords(headline, 'ru')).toBe(bound);
  });

  it('is the only one to be changed', () => {
    expect(bindShortWords('A day in May', 'en')).toBe('A day in May');
  });
});
