import { describe, expect, it } from 'vitest';
import { sitePage, sitePath } from './site-path.ts';

const site = 'https://ledger.example';

describe('the address of a link', () => {
  it('is a path of the site, with or without its name', () => {
    expect(sitePath('/en/news/bridge?from=front#h-1', site)).toBe('/en/news/bridge');
    expect(sitePath('https://ledger.example/en/news/bridge/', site)).toBe('/en/news/bridge');
    expect(sitePath('/en/section/society/feed.xml', site)).toBe('/en/section/society');
    expect(sitePath('/', site)).toBe('/');
  });

  it('is another site’s affair', () => {
    for (const href of [
      'https://other.example/en/news/bridge',
      '//other.example/',
      'mailto:desk@ledger.example',
      'http://[',
    ])
      expect(sitePath(href, site)).toBeNull();
  });

  it('names an article, a list, a front or nothing', () => {
    expect(sitePage('/az/news/korpu')).toEqual({ kind: 'article', language: 'az', slug: 'korpu' });
    expect(sitePage('/hy/region/georgia')).toEqual({ kind: 'region', language: 'hy', slug: 'georgia' });
    expect(sitePage('/ru')).toEqual({ kind: 'front', language: 'ru' });
    expect(sitePage('/en/search')).toEqual({ kind: 'fixed' });
    for (const path of ['/de/news/x', '/en/nwes/x', '/en/constructor/x', '/en/news/x/y'])
      expect(sitePage(path)).toEqual({ kind: 'unknown' });
  });

  it('S21: is read at once, however long and odd it is', () => {
    const start = performance.now();
    for (const beginning of ['/', '/en/news/', '/media/', 'https://ledger.example/', 'https://'])
      for (const piece of [
        'a',
        '/',
        '/feed',
        '/feed.xml',
        '.md',
        '%',
        '%2f',
        '..',
        '../',
        '@',
        '\\',
        '\n',
        'ə',
      ])
        for (const end of ['', '/', '!']) {
          const path = sitePath(`${beginning}${piece.repeat(50_000)}${end}`, site);
          if (path !== null) sitePage(path);
        }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
