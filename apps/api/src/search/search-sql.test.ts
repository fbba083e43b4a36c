import { describe, expect, it } from 'vitest';
import { pageStatement } from './search-sql.ts';

describe('days of a search', () => {
  it('before all news are days that PostgreSQL knows too (S2)', () => {
    const question = { language: 'en', tsquery: `'rain'`, days: 40, until: '2026-01-01T00:00:00Z' } as const;
    const page = { sort: 'date', offset: 0, limit: 10, withFacets: true } as const;
    const { values } = pageStatement({ ...question, filters: { to: '0001-01-01' } }, page);
    expect(values).toContain('1970-01-01');
  });
});
