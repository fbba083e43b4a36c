import { describe, expect, it } from 'vitest';
import { keptAddress, keptPicture, languageOfPath } from './kept-address.ts';

const origin = 'https://ledger.example';
const kept = (address: string) => keptAddress(new URL(address, origin), origin);

describe('what a device keeps of the site', () => {
  it.each(['/az/', '/hy/news/kamurj', '/ru/section/society', '/en/author/tamar-elani'])('is %s', (path) => {
    expect(kept(path)).toBe(path);
  });

  it('is one page, whatever a link to it was marked with', () => {
    expect(kept('/en/news/bridge?utm_source=letter#part')).toBe('/en/news/bridge');
  });

  it('is the front, however its address was typed', () => {
    expect(kept('/az')).toBe('/az/');
  });

  it.each([
    ['a preview', '/preview/a1b2'],
    ['a search', '/en/search?q=bridge'],
    ['a search without a word', '/en/search'],
    ['a word asked of any page', '/en/?q=bridge'],
    ['an older page of a list', '/en/section/society?older=abc'],
    ['a newer page of a list', '/en/section/society?newer=abc'],
    ['a feed', '/en/feed.xml'],
    ['a text version', '/en/news/bridge.md'],
    ['a picture', '/media/a1/640.webp'],
    ['the API', '/api/changes'],
    ['another site', 'https://elsewhere.example/en/news/bridge'],
  ])('is never %s', (_, address) => {
    expect(kept(address)).toBeNull();
  });

  it('knows the language by the address', () => {
    expect(['/hy/news/x', '/az', '/', '/preview/x', '/armenia/'].map(languageOfPath)).toEqual([
      'hy',
      'az',
      null,
      null,
      null,
    ]);
  });

  it('keeps one file of a picture for every width', () => {
    expect([keptPicture('/media/a_1-b/640.webp'), keptPicture('/media/a_1-b/1280.jpg')]).toEqual([
      '/media/a_1-b',
      '/media/a_1-b',
    ]);
    expect(keptPicture('/en/media/x/640.webp')).toBeNull();
  });
});
