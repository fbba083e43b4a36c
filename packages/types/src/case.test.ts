import { expect, it } from 'vitest';
import { lowerCase, upperCase } from './case.ts';

it('writes iyun as İYUN and QIZIL as qızıl in Azerbaijani', () => {
  expect(upperCase('iyun', 'az')).toBe('İYUN');
  expect(lowerCase('QIZIL', 'az')).toBe('qızıl');
  expect(lowerCase('İYUN', 'az')).toBe('iyun');
});

it('leaves the dotted i to Azerbaijani', () => {
  expect(upperCase('iyun', 'en')).toBe('IYUN');
  expect(lowerCase('QIZIL', 'en')).toBe('qizil');
});

it('writes the capitals of և as two letters in Armenian', () => {
  expect(upperCase('և', 'hy')).toMatch(/^Ե[ՎՒ]$/u);
});
