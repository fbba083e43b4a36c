import { describe, expect, it } from 'vitest';
import { readSearch, searchPath } from './search-address.ts';

const round = (query: string) => searchPath('en', readSearch(new URLSearchParams(query)));

describe('the address of a search', () => {
  it('is the same for the same question, however it was asked', () => {
    expect(round('sort=relevance&q=%20fig%0A%20harvest%20&utm_source=x&section=')).toBe(
      '/en/search?q=fig+harvest',
    );
    expect(round('section=travel&q=fig')).toBe(round('q=fig&section=travel&q=other'));
    expect(round('q=fig&region=iran&region=georgia&region=iran')).toBe(
      '/en/search?q=fig&region=georgia&region=iran',
    );
  });

  it('keeps what narrows and orders a search', () => {
    expect(round('q=a&region=georgia&from=2024-02-29&to=2024-03-01&sort=date&after=abc_-')).toBe(
      '/en/search?q=a&region=georgia&from=2024-02-29&to=2024-03-01&after=abc_-&sort=date',
    );
  });

  it('leaves out what can not be meant', () => {
    expect(
      round('q=a&section=../x&from=2024-02-30&to=yesterday&period=age&sort=price&after=%27--&author=A'),
    ).toBe('/en/search?q=a');
    expect(round('q=a&from=0000-01-01&to=0001-01-01')).toBe('/en/search?q=a');
    expect(round(`q=${'x'.repeat(10_000)}`)).toHaveLength('/en/search?q='.length + 200);
    expect(round('q=%00%ED%A0%80')).toMatch(/^\/en\/search\?q=/);
  });
});
