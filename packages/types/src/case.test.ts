import { describe, expect, it } from 'vitest';
import { lowerCase, upperCase } from './case.ts';
import type { Language } from './languages.ts';

const written: [Language, small: string, capital: string][] = [
  ['az', 'iyun', 'İYUN'],
  ['az', 'qızıl', 'QIZIL'],
  ['az', 'çəpər öğün üşü', 'ÇƏPƏR ÖĞÜN ÜŞÜ'],
  ['ru', 'ёлка и объезд', 'ЁЛКА И ОБЪЕЗД'],
  ['hy', 'օրենք և ֆիլմ', 'ՕՐԵՆՔ ԵՎ ՖԻԼՄ'],
  ['en', 'iyun', 'IYUN'],
];

describe('A9 small letters and capitals', () => {
  it.each(written)('in %s: %s is %s', (language, small, capital) => {
    expect(upperCase(small, language)).toBe(capital);
    // և has no capital of its own: what is written in capitals comes back as two letters
    expect(lowerCase(capital, language)).toBe(small.replace('և', 'եվ'));
  });

  it('leave the dotted i to Azerbaijani', () => {
    expect(lowerCase('QIZIL', 'en')).toBe('qizil');
    expect(lowerCase('İYUN', 'az')).toBe('iyun');
  });
});
