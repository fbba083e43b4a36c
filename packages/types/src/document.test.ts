import { describe, expect, it } from 'vitest';
import { isSafeHref } from './plain-checks.ts';
import { body } from './document.ts';

describe('a link', () => {
  it.each([
    'https://example.com/a?b=c#d',
    'http://example.com',
    'HTTPS://EXAMPLE.COM',
    'mailto:desk@ledger.example',
    'tel:+994123456789',
    '/az/news/yol',
    '/',
    'https://az.example/ə?q=ş',
  ])('may lead to %s', (href) => {
    expect(isSafeHref(href)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200Bjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'https://',
    'https:///evil.example',
    'https://example.com/"onclick="alert(1)',
    'example.com',
    '#part',
    '',
    `https://example.com/${'a'.repeat(3000)}`,
  ])('may not lead to %j', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });
});

describe('a body', () => {
  const paragraph = { type: 'paragraph', attrs: { id: 'abcdef' } };

  it('takes nested lists', () => {
    const list = (content: unknown[]) => ({
      type: 'bulletList',
      attrs: { id: 'list01' },
      content: [{ type: 'listItem', attrs: { id: 'item01' }, content }],
    });
    expect(body.safeParse({ type: 'doc', content: [list([paragraph, list([paragraph])])] }).success).toBe(
      true,
    );
  });

  it.each([
    ['an unknown block', { type: 'marquee', attrs: { id: 'abcdef' } }],
    ['an unknown attribute', { ...paragraph, attrs: { id: 'abcdef', style: 'color: red' } }],
    ['a heading of the page’s own level', { type: 'heading', attrs: { id: 'abcdef', level: 1 } }],
    ['a block without an id', { type: 'paragraph', attrs: {} }],
    ['an id that is markup', { type: 'paragraph', attrs: { id: '"><script>' } }],
    [
      'a link that runs',
      {
        ...paragraph,
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }],
      },
    ],
  ])('refuses %s', (_, block) => {
    expect(body.safeParse({ type: 'doc', content: [block] }).success).toBe(false);
  });
});
