import type { PublicPicture } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { changeKeys, type PublishedState } from './change-keys.ts';

const picture: PublicPicture = {
  keys: { full: 'full', '3x2': 'three', '16x9': 'sixteen' },
  width: 3,
  height: 2,
  alt: 'A bridge',
  caption: '',
  credit: '',
  licence: '',
};
const published: PublishedState = {
  slug: 'bridge',
  headline: 'Bridge',
  standfirst: 'Open.',
  sectionId: 's1',
  regionIds: ['r1'],
  topicIds: ['t1'],
  authorIds: ['a1'],
  isSyndicated: false,
  picture,
  mediaKeys: ['full', 'three', 'sixteen'],
};
const keys = (before: PublishedState | null, after: PublishedState | null) =>
  [...changeKeys({ id: 'x', storyId: 'y', language: 'az' }, before, after)].sort();
const lists = ['author:a1', 'home', 'region:r1', 'section:s1', 'topic:t1'].map((list) => `list:az:${list}`);

describe('which pages change', () => {
  it('are the lists and the other languages at a first publication', () => {
    expect(keys(null, published)).toEqual(['article:x', ...lists, 'story:y']);
  });

  it('are the article and its lists when only the text was changed', () => {
    expect(keys(published, { ...published })).toEqual(['article:x', ...lists]);
  });

  it('are also those that show it in passing when its headline, standfirst or picture changes', () => {
    for (const change of [
      { headline: 'Bridges' },
      { standfirst: 'Closed.' },
      { picture: null },
      { picture: { ...picture, alt: 'Another' } },
    ])
      expect(keys(published, { ...published, ...change })).toContain('card:x');
  });

  it('are the lists of the old and of the new place when it moves', () => {
    const moved = keys(published, { ...published, sectionId: 's2', regionIds: ['r2', 'r1'] });
    expect(moved).toEqual(
      expect.arrayContaining(['list:az:section:s1', 'list:az:section:s2', 'list:az:region:r2']),
    );
    expect(moved).not.toContain('card:x');
  });

  it('are its translations when its address changes', () => {
    expect(keys(published, { ...published, slug: 'bridges' })).toEqual(
      ['article:x', 'card:x', ...lists, 'story:y'].sort(),
    );
  });

  it('are all of these and its pictures when it is taken down', () => {
    expect(keys(published, null)).toEqual(
      [
        'article:x',
        'card:x',
        'gone:x',
        ...lists,
        'media:full',
        'media:sixteen',
        'media:three',
        'story:y',
      ].sort(),
    );
  });

  it('are the addresses of a picture that was cut anew', () => {
    const cut = { ...picture, keys: { ...picture.keys, '3x2': 'other' } };
    const after = { ...published, picture: cut, mediaKeys: ['full', 'other', 'sixteen'] };
    expect(keys(published, after).filter((key) => key.startsWith('media:'))).toEqual(['media:three']);
  });
});
