import { describe, expect, it } from 'vitest';
import { assetsOf, headlineOf, storyPicturesOf, withKeptDate } from './page-text.ts';

const page = `<head><link href="/_app/immutable/assets/0.Ab-1.css" rel="stylesheet"><script src="/_app/immutable/assets/page.x_.js" defer></script>
<link rel="preload" href="/_app/immutable/assets/ledger-az.q.woff2" as="font"><link href="/_app/immutable/assets/0.Ab-1.css"></head>
<input data-suggest="/_app/immutable/assets/suggestions.b_.js">
<aside class="kept s-1" data-kept-copy="Saved copy of {date}" hidden></aside>
<h1 id="hed" class="s-2">Bread &amp; salt, <em lang="fr">5 &lt; 6</em>
 “again”</h1><h1>Another</h1>`;

describe('a page that a device keeps', () => {
  it('needs its styles, script and fonts, each once, and nothing that is asked for only when a reader types', () => {
    expect(assetsOf(page)).toEqual([
      '/_app/immutable/assets/0.Ab-1.css',
      '/_app/immutable/assets/page.x_.js',
      '/_app/immutable/assets/ledger-az.q.woff2',
    ]);
  });

  it('is listed by its first heading, in plain words', () => {
    expect(headlineOf(page)).toBe('Bread & salt, 5 < 6 “again”');
    expect(headlineOf('<p>No heading</p>')).toBe('');
  });

  it('shows the pictures of its story, and not those of what stands beside it', () => {
    const picture = (key: string) =>
      `<img src="/media/${key}/640.webp" srcset="/media/${key}/320.webp 320w" alt="a">`;
    const story = `<article class="art s-1" aria-labelledby="hed">${picture('lead')}<div>${picture('in-text')}</div></article>`;
    expect(
      storyPicturesOf(`${story}<aside><article class="story">${picture('other')}</article></aside>`),
    ).toEqual(['/media/lead/640.webp', '/media/in-text/640.webp']);
    expect(storyPicturesOf('<h1>A list</h1>')).toEqual([]);
  });

  it('says its date', () => {
    expect(withKeptDate(page, '22 November, 15:40')).toContain(
      '<aside class="kept s-1"><p class="wrap">Saved copy of 22 November, 15:40</p></aside>',
    );
  });

  it('is not shown at all where it can not say its date', () => {
    expect(withKeptDate('<h1>Old news</h1>', '22 November, 15:40')).toBeNull();
  });
});
