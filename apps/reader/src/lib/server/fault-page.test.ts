import { describe, expect, it } from 'vitest';
import { sampleSite } from '../../../test/sample-newsroom.ts';
import { faultPage } from './fault-page.ts';

describe('the page for when nothing can be made', () => {
  const site = sampleSite({ defaultLanguage: 'az', liveLanguages: ['az', 'ru', 'en'] });
  const languageAt = (address: string, known: typeof site | null) =>
    /<html lang="(\w+)">.*<a href="\/\1\/">/s.exec(faultPage(address, 503, [], known))?.[1];

  it('speaks and leads to the language of the address, or the site’s own', () => {
    expect(['/ru/news/x', '/', '/xx/', '/hy/news/x'].map((address) => languageAt(address, site))).toEqual([
      'ru',
      'az',
      'az',
      'az',
    ]);
  });

  it('speaks English where it knows nothing', () => {
    expect(['/hy/news/x', '/'].map((address) => languageAt(address, null))).toEqual(['hy', 'en']);
  });
});
