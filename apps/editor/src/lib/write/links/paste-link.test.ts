import { describe, expect, it } from 'vitest';
import { addressOf } from './paste-link.ts';

describe('what is pasted over words', () => {
  it.each([
    [' https://example.org/a ', 'https://example.org/a'],
    ['www.example.org', 'https://www.example.org'],
    ['WWW.example.org/a?b#c', 'https://WWW.example.org/a?b#c'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['/az/news/ferry', '/az/news/ferry'],
  ])('links them where it is an address: %s', (pasted, href) => expect(addressOf(pasted)).toBe(href));

  it.each([
    'example.org',
    'www.',
    'www',
    'www.example.org is it',
    '/',
    'javascript:alert(1)',
    'the ferry',
    '',
  ])('takes their place where it is none: %s', (pasted) => expect(addressOf(pasted)).toBeNull());
});
