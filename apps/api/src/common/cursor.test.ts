import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const id = '019a8c3e-0000-7000-8000-000000000001';

describe('the cursor of a list', () => {
  it.each(['2026-11-22T10:11:12.123456Z', '2026-11-22 10:11:12.5+00', '2024-02-29 23:59:59-03:30'])(
    'comes back as it was written: %s',
    (at) => {
      expect(readCursor(writeCursor({ at, id }))).toEqual({ at, id });
    },
  );

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-02-29 00:00:00+00',
    '0000-01-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:61:00Z',
    '2026-01-01 00:00:00+99:99',
    "2026-01-01 00:00:00' or 1=1 --",
  ])('is refused when no calendar has its time: %s (S2)', (at) => {
    expect(() => readCursor(writeCursor({ at, id }))).toThrow('does not exist');
  });
});
