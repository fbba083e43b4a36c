import { describe, expect, it } from 'vitest';
import { lostWord } from './lost-word.ts';

describe('what an address without a page may have meant', () => {
  it.each([
    ['/az/news/korpu-acildi', 'korpu-acildi'],
    ['/az/news/k%C3%B6rp%C3%BC', 'körpü'],
    ['/az/news/ko%CC%88rpu%CC%88', 'körpü'],
    ['/ru/news/%D0%BC%D0%BE%D1%81%D1%82.html', 'мост'],
    [`/hy/${encodeURIComponent('ինչո՞ւ է')}/`, 'ինչո՞ւ է'],
    ['/news/fig-harvest', 'fig-harvest'],
    ['/fig-harvest', 'fig-harvest'],
  ])('is read from %s', (path, expected) => {
    expect(lostWord(path)).toBe(expected);
  });

  it.each([
    '/wp-login.php',
    '/.env',
    '/az/-/-',
    '/en/news/fig',
    '/en/2024/11/fig-harvest',
    '/az/news/%E0%A4%A',
    '/az/news/%',
    '/az/news/a%2F..%2Fetc',
    '/az/news/%00figs',
    `/az/news/${'x'.repeat(121)}`,
    `/az/news/${'%C3%B6'.repeat(5000)}`,
  ])('is nothing in %s', (path) => {
    expect(lostWord(path)).toBeNull();
  });
});
