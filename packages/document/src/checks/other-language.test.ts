import { describe, expect, it } from 'vitest';
import { languageOfWords } from './other-language.ts';

describe('the language of the words that come with a picture', () => {
  it.each([
    ['hy', 'en', 'A ferry leaves the harbour of Baku on Monday.'],
    ['ru', 'en', 'Ferry leaves'],
    ['az', 'en', 'A ferry leaves the harbour of Baku on Monday.'],
    ['en', 'ru', 'Паром выходит из порта Баку.'],
    ['az', 'hy', 'Լաստանավը դուրս է գալիս նավահանգստից։'],
    ['en', 'az', 'Bərə bazar ertəsi Bakı limanından çıxır.'],
    ['en', 'en', 'Gülnar Əliyeva opens the bridge of Şəki'],
    ['az', 'az', 'Bakı limanı'],
    ['az', 'az', 'Lari'],
    ['hy', 'hy', 'ეს ხიდი ახლა ღიაა'],
    ['ru', 'ru', '2024'],
  ] as const)('uploaded to %s, it is %s: “%s”', (likely, language, words) => {
    expect(languageOfWords(words, likely)).toBe(language);
  });
});
