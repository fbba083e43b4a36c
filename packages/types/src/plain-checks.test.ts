import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { id, slug, webAddress } from './common.ts';
import { correction } from './document-boxes.ts';
import { languageTag } from './document-inline.ts';
import { isDay, isId, isLanguageTag, isSlug, isWebAddress } from './plain-checks.ts';

const checks: [string, (text: string) => boolean, z.ZodType][] = [
  ['an id', isId, id],
  ['a day', isDay, correction.shape.attrs.shape.date],
  ['a language', isLanguageTag, languageTag],
  ['a slug', isSlug, slug],
  ['an address elsewhere', isWebAddress, webAddress],
];
const texts = [
  '',
  '0198c2a1-7b3c-7def-8abc-0123456789ab',
  '0198C2A1-7B3C-7DEF-8ABC-0123456789AB',
  '0198c2a1-7b3c-0def-8abc-0123456789ab',
  '0198c2a1-7b3c-7def-7abc-0123456789ab',
  '0198c2a17b3c7def8abc0123456789ab',
  '2026-02-28',
  '2026-02-29',
  '2028-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '2026-01-01T00:00',
  'az',
  'zh-Hant-TW',
  'a',
  'abcd',
  'en_GB',
  `en${'-abcdefgh'.repeat(4)}`,
  'a-slug-of-2026',
  'A-slug',
  '-slug',
  'two--hyphens',
  'a'.repeat(80),
  'a'.repeat(81),
  'https://ledger.example/a?b=c#d',
  'http://localhost',
  'HTTPS://LEDGER.EXAMPLE/',
  'https://somebody:secret@ledger.example/',
  'https://',
  'https://a b',
  'ftp://ledger.example',
  '/en/news/a',
  'javascript:alert(1)',
  `https://ledger.example/${'a'.repeat(1990)}`,
];

describe('a check without a schema', () => {
  it.each(checks)('knows %s as its schema does', (_what, check, schema) => {
    for (const text of texts) expect([text, check(text)]).toEqual([text, schema.safeParse(text).success]);
    expect(texts.some(check)).toBe(true);
  });
});
