import { describe, expect, it } from 'vitest';
import { isNarrowed, readFilters, storiesHref } from './story-filters.ts';

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
