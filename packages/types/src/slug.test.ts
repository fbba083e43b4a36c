import { describe, expect, it } from 'vitest';
import { languages, type Language } from './languages.ts';
import { slug } from './common.ts';
import { slugify } from './slug.ts';

const cases: [Language, string, string][] = [
  ['az', 'Gəncədə şəhər bağı açıldı', 'gencede-seher-bagi-acildi'],
  ['az', 'İYUN ayında QIZIL ucuzlaşdı', 'iyun-ayinda-qizil-ucuzlasdi'],
  [
    'az',
    'Azərbaycan-Ermənistan sərhədinin delimitasiyası',
    'azerbaycan-ermenistan-serhedinin-delimitasiyasi',
  ],
  ['az', 'Ötən üç il: nə dəyişdi?', 'oten-uc-il-ne-deyisdi'],
  ['az', 'ə ı ğ ö ü ş ç Ə I İ Ğ Ö Ü Ş Ç', 'e-i-g-o-u-s-c-e-i-i-g-o-u-s-c'],
  ['ru', 'Объезд открыт: ещё три моста', 'obezd-otkryt-eshchyo-tri-mosta'],
  ['ru', 'Цены на чай в Грузии выросли на 12,5 %', 'tseny-na-chay-v-gruzii-vyrosli-na-12-5'],
  ['ru', 'Хачапури, щи и юг', 'khachapuri-shchi-i-yug'],
  ['hy', 'Երևանում բացվեց նոր կամուրջ', 'yerevanum-batsvets-nor-kamurj'],
  ['hy', 'Ինչո՞ւ է ոսկին թանկանում', 'inchu-e-voskin-tankanum'],
  ['hy', 'Ովքեր և ինչպես', 'ovker-yev-inchpes'],
  [
    'en',
    'The old path — over the Mirani Pass — is open again',
    'the-old-path-over-the-mirani-pass-is-open-again',
  ],
  ['en', 'What’s new: Café No. 7 & the “best” naïve art', 'whats-new-cafe-no-7-the-best-naive-art'],
  ['en', 'Тбилиси & Bakı', 'tbilisi-baki'],
];

describe('A9 a slug made from a headline', () => {
  it.each(cases)('in %s writes "%s" as %s', (language, headline, expected) => {
    expect(slugify(headline, language)).toBe(expected);
  });

  it('is cut at the end of a word, at most 80 characters long', () => {
    const made = slugify('delimitation '.repeat(12), 'en');
    expect(made).toBe('delimitation-'.repeat(6).slice(0, -1));
    expect(slugify('x'.repeat(200), 'en')).toHaveLength(80);
  });

  it('is what the schema of slugs accepts', () => {
    for (const [language, headline] of cases) {
      expect(slug.safeParse(slugify(headline, language)).success).toBe(true);
    }
  });

  it('is empty where no letter is of a known script, so that the desk is asked for one', () => {
    expect(slugify('。。。 ?!', 'en')).toBe('');
  });

  it('S21: is made at once, however long and odd the headline is', () => {
    const start = performance.now();
    // marks that change places, digraphs, signs that become many letters, signs inside words
    for (const piece of ['a', '-', 'a-', 'ո', 'եւ ', '՛', '\u0301\u0323', 'e\u0301', 'ﷺ', '𝕎', '\u200D'])
      for (const language of languages) slugify(`a${piece.repeat(100_000)}`, language);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
