import { describe, expect, it } from 'vitest';
import { asHref } from './text-tools.svelte.ts';

describe('the address of a link', () => {
  it('is kept when it is whole', () => {
    expect(asHref(' https://ledger.example/a?b=1 ')).toBe('https://ledger.example/a?b=1');
    expect(asHref('/en/news/bridge')).toBe('/en/news/bridge');
  });

  it('gets https when only a domain was typed', () => {
    expect(asHref('ledger.example/a')).toBe('https://ledger.example/a');
  });

  it('becomes a mail address when it looks like one', () => {
    expect(asHref('desk@ledger.example')).toBe('mailto:desk@ledger.example');
  });

  it('is refused when it runs something or says nothing', () => {
    expect(asHref('javascript:alert(1)')).toBeNull();
    expect(asHref('java script')).toBeNull();
    expect(asHref('')).toBeNull();
    expect(asHref('word')).toBeNull();
  });

  it('S21: is judged at once, whatever was put into the field', () => {
    const start = performance.now();
    for (const beginning of ['', 'a@', 'a.', 'https://', 'a.b/'])
      for (const piece of ['a', '.', 'a.', 'aa.', '@', '@a.', ':', '/', ' ', '?#:'])
        for (const end of ['', ' ', '@', '!'])
          expect(asHref(`${beginning}${piece.repeat(50_000)}${end}`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
