import { describe, expect, it } from 'vitest';
import { findAddresses } from './find-addresses.ts';

const found = (text: string) => findAddresses(text).map(({ text: address, data }) => [address, data?.href]);

describe('addresses in a pasted text', () => {
  it('are linked without the signs of the sentence around them', () => {
    expect(found('See https://ledger.example/a, and (www.ledger.example/b).')).toEqual([
      ['https://ledger.example/a', 'https://ledger.example/a'],
      ['www.ledger.example/b', 'https://www.ledger.example/b'],
    ]);
  });

  it('keep a bracket that they opened themselves', () => {
    expect(found('(https://example.org/Pass_(road))')[0]?.[0]).toBe('https://example.org/Pass_(road)');
  });

  it('are whole ones: no names of hosts, of letters, of people', () => {
    expect(found('ledger.example, a@www.example.org, awww.example.org and news.az')).toEqual([]);
  });

  it('are none where they may not lead', () => {
    expect(found('javascript:alert(1) https:// http:///x')).toEqual([]);
  });

  it('S21: are found in time in a long line made to be slow', () => {
    const began = performance.now();
    for (const line of ['www.'.repeat(50_000), `https://a${'.'.repeat(100_000)}`, 'http'.repeat(50_000)])
      found(line);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
