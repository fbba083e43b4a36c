import type { Story } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { isNarrowed, passes, readFilters, storiesHref } from './story-filters.ts';

const read = (search: string) => readFilters(new URLSearchParams(search));

describe('filters in the address', () => {
  it('come back from the address as they went in', () => {
    const filters = read('search=bridge+cables&status=in_review&language=hy&section=1&region=2&mine=true');
    expect(readFilters(new URL(storiesHref(filters), 'http://desk').searchParams)).toEqual(filters);
  });

  it('leave the address bare when nothing narrows the list', () => {
    expect(storiesHref(read(''))).toBe('/stories');
    expect(isNarrowed(read('search=+'))).toBe(false);
  });

  it('drop what the list does not know', () => {
    expect(read('status=lost&language=arm')).toMatchObject({ status: null, language: null });
  });
});

describe('stories that this device keeps', () => {
  const story = {
    sectionId: 'culture',
    regionIds: ['lori'],
    createdBy: { id: 'nona', name: 'Nona Sabir' },
    articles: [
      { language: 'en', status: 'draft', headline: 'The bridge reopens' },
      { language: 'hy', status: 'published', headline: 'Կամուրջը բաց է' },
    ],
  } as unknown as Story;

  it.each([
    ['', true],
    ['search=bridge+REOPENS', true],
    ['search=bridge+closes', false],
    ['search=բաց&language=hy', true],
    // of one language both
    ['status=draft&language=hy', false],
    ['section=culture&region=lori&mine=true', true],
    ['section=sport', false],
    ['region=baku', false],
  ])('are narrowed without a connection too: %s', (search, isAmong) => {
    expect(passes(story, read(search), 'nona')).toBe(isAmong);
    expect(passes(story, read(`${search}&mine=true`), 'ilya')).toBe(false);
  });
});
