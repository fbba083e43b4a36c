import { describe, expect, it } from 'vitest';
import { mediaHref, readMediaFilters } from './media-filters.ts';

describe('the filters of the library', () => {
  it('stand in the address and come back from it', () => {
    const filters = { search: 'bridge', kind: 'picture', noAlt: 'hy', used: 'no' } as const;
    const address = new URL(mediaHref(filters, 'some'), 'https://editor.example');
    expect(readMediaFilters(address.searchParams)).toEqual(filters);
    expect(address.searchParams.get('picture')).toBe('some');
  });

  it('leave out what no library knows', () => {
    const query = new URLSearchParams('kind=sculpture&rights=ended&from=yesterday&colour=red');
    expect(readMediaFilters(query)).toEqual({ rights: 'ended' });
  });
});
