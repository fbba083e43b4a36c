import { describe, expect, it } from 'vitest';
import { wordsToAdd } from './pasted-words.ts';

const said = { alt: 'The ferry at its pier', caption: 'At the pier' };

describe('what the clipboard says of a picture', () => {
  it('is kept with it in the language of the article', () => {
    expect(wordsToAdd({ alt: { ru: 'Паром' }, caption: {} }, 'en', said)).toEqual({
      alt: { ru: 'Паром', en: 'The ferry at its pier' },
      caption: { en: 'At the pier' },
    });
  });

  it('stands back behind what the file says itself', () => {
    expect(wordsToAdd({ alt: { en: 'A ferry' }, caption: {} }, 'en', said)).toEqual({
      caption: { en: 'At the pier' },
    });
    expect(wordsToAdd({ alt: { en: 'A ferry' }, caption: { en: 'A pier' } }, 'en', said)).toBeNull();
  });

  it('may be nothing, or more than the library takes', () => {
    expect(wordsToAdd({ alt: {}, caption: {} }, 'hy', { alt: null, caption: ' ' })).toBeNull();
    const long = wordsToAdd({ alt: {}, caption: {} }, 'az', { alt: 'b'.repeat(900), caption: '' });
    expect(long?.alt?.az).toHaveLength(300);
  });
});
