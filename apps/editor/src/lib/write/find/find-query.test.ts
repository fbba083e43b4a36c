import { describe, expect, it } from 'vitest';
import { asExpression, findPattern, findWords, replacementFor, type FindQuery } from './find-query.ts';

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWords: false,
  pattern: false,
  ...more,
});
const words = (text: string, wanted: FindQuery, language: 'az' | 'ru' | 'en' | 'hy' = 'en') =>
  findWords(text, wanted, language).map(({ from, to }) => text.slice(from, to));
const patterns = (text: string, wanted: FindQuery) =>
  findPattern(text, asExpression(wanted)).map(({ from, to }) => text.slice(from, to));

describe('finding words', () => {
  it('looks over case, by the rules of the language', () => {
    expect(words('The path, the pass', query('THE'))).toEqual(['The', 'the']);
    expect(words('İyun qızıl QIZIL', query('qızıl'), 'az')).toEqual(['qızıl', 'QIZIL']);
    expect(words('İyun iyun', query('iyun'), 'az')).toEqual(['İyun', 'iyun']);
    expect(words('Мост, мост', query('МОСТ'), 'ru')).toEqual(['Мост', 'мост']);
    expect(words('Կամուրջ', query('կամուրջ'), 'hy')).toEqual(['Կամուրջ']);
    expect(words('The path, the pass', query('the', { matchCase: true }))).toEqual(['the']);
  });

  it('keeps places where a capital is longer in small letters', () => {
    expect(findWords('İİ path', query('path'), 'en')).toEqual([{ from: 3, to: 7 }]);
  });

  it('takes whole words alone, in every alphabet', () => {
    expect(words('path paths footpath', query('path', { wholeWords: true }))).toEqual(['path']);
    expect(findWords('мост мосту', query('мост', { wholeWords: true }), 'ru')).toHaveLength(1);
  });

  it('finds typographic signs by the ones on the keyboard', () => {
    expect(words('“We” did «so», it’s 5\u00A0km', query('"We"'))).toEqual(['“We”']);
    expect(words('it’s', query("it's"))).toEqual(['it’s']);
    expect(words('5\u00A0km', query('5 km'))).toEqual(['5\u00A0km']);
  });

  it('does not find one passage twice', () => {
    expect(words('aaaa', query('aa'))).toEqual(['aa', 'aa']);
  });
});

describe('finding by a pattern', () => {
  it('finds what fits, and nothing without a letter', () => {
    expect(patterns('7 km, 12 km', query('\\d+ km', { pattern: true }))).toEqual(['7 km', '12 km']);
    expect(patterns('abc', query('x*', { pattern: true }))).toEqual([]);
    expect(patterns('Path path', query('path', { pattern: true, matchCase: true }))).toEqual(['path']);
    expect(patterns('мост мосту', query('мост', { pattern: true, wholeWords: true }))).toEqual(['мост']);
  });

  it('takes a space for each that nobody can tell from it', () => {
    expect(patterns('7\u00A0km, 12 km', query('\\d+ km', { pattern: true }))).toEqual(['7\u00A0km', '12 km']);
    expect(patterns('7\u202Fkm', query('\\d[a ]+km', { pattern: true }))).toEqual(['7\u202Fkm']);
    expect(patterns('[ ]', query('\\[ \\]', { pattern: true }))).toEqual(['[ ]']);
  });

  it('refuses what is no pattern', () => {
    for (const text of ['(', '[a', 'a)(b', '*']) expect(() => asExpression(query(text))).toThrow(SyntaxError);
  });

  it('replaces by what its parts found', () => {
    const [match] = findPattern('12 km', asExpression(query('(?<n>\\d+) (km)', { pattern: true })));
    if (!match) throw new Error('nothing found');
    expect(replacementFor(match, '12 km', '$2 $1, $<n>, $&, $$, $9', true)).toBe('km 12, 12, 12 km, $, $9');
    expect(replacementFor(match, '12 km', '$1', false)).toBe('$1');
  });
});
