import { describe, expect, it } from 'vitest';
import { nextLanguage, tabLanguages } from './tab-languages.ts';

describe('the language tabs of a story', () => {
  it('show the languages of the site in their order', () => {
    expect(tabLanguages(['en', 'az'], [], 'en')).toEqual(['az', 'en']);
  });

  it('keep a language that the story has although the site does not speak it any longer', () => {
    expect(tabLanguages(['az', 'en'], [{ language: 'hy' }], 'en')).toEqual(['az', 'en', 'hy']);
  });

  it('lead from the last to the first', () => {
    expect(nextLanguage(['az', 'ru', 'en'], 'en', 1)).toBe('az');
    expect(nextLanguage(['az', 'ru', 'en'], 'az', -1)).toBe('en');
  });
});
